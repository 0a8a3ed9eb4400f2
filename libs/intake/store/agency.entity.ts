import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A partner agency of an authority. */
@Entity('agency')
export class AgencyRow {
  @PrimaryColumn('text', { name: 'authority_id' })
  authorityId!: string;

  @PrimaryColumn('text', { name: 'id' })
  id!: string;

  @Column('text', { name: 'name' })
  name!: string;

  @Column('text', { name: 'type' })
  type!: string;

  @Column('text', { name: 'source_code' })
  sourceCode!: string;
}
