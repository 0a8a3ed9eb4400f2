export default async function tearDown() {
  await globalThis.frontDoorCluster?.stop();
  globalThis.frontDoorCluster = undefined;
}
