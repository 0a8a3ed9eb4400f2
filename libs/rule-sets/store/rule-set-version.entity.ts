import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An authority's own rule set; its content stands in `rule_set_content` under its hash. */
@Entity('rule_set_version')
export class RuleSetVersionRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'rule_set_id' })
  ruleSetId!: string;

  @Column('text', { name: 'label' })
  label!: string;

  @Column('text', { name: 'title' })
  title!: string;

  @Column('text', { name: 'hash' })
  hash!: string;

  @Column('text', { name: 'origin' })
  origin!: string;

  @Column('text', { name: 'based_on_hash', nullable: true })
  basedOnHash!: string | null;

  @Column('text', { name: 'change_note' })
  changeNote!: string;

  @Column('text', { name: 'editors', array: true })
  editors!: string[];

  @Column('text', { name: 'author_name' })
  authorName!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'abandoned_at', nullable: true })
  abandonedAt!: Date | null;

  @Column('integer', { name: 'revision' })
  revision!: number;
}
