import {
  CompiledQuery,
  SqliteDialect,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
} from 'kysely'

/** The two handles of one file: the one that changes are made on, and one that only reads. */
export interface Handles {
  readonly writer: SqliteDatabase
  /** Opens the other when it is first needed; null where it would see another store, as in memory. */
  readonly openReader: (() => SqliteDatabase) | null
}

/**
 * One change at a time, and nobody who reads waits for it: a question that comes while a change is under way is answered by the
 * second handle, which sees what was committed last. What is asked inside a change sees the change.
 */
export class EmbeddedDialect extends SqliteDialect {
  readonly #handles: Handles

  constructor(handles: Handles) {
    super({ database: handles.writer })
    this.#handles = handles
  }

  override createDriver(): Driver {
    return new EmbeddedDriver(this.#handles)
  }
}

class EmbeddedDriver implements Driver {
  readonly #handles: Handles
  readonly #turns = new Turns()
  #reader: SqliteDatabase | null = null

  constructor(handles: Handles) {
    this.#handles = handles
  }

  init(): Promise<void> {
    return Promise.resolve()
  }

  acquireConnection(): Promise<EmbeddedConnection> {
    const { writer, openReader } = this.#handles
    const reader = openReader && (() => (this.#reader ??= openReader()))
    return Promise.resolve(new EmbeddedConnection(writer, reader, this.#turns))
  }

  async beginTransaction(connection: EmbeddedConnection): Promise<void> {
    await connection.takeTurn()
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  releaseConnection(connection: EmbeddedConnection): Promise<void> {
    connection.endTurn()
    return Promise.resolve()
  }

  destroy(): Promise<void> {
    // The one that writes is closed last: it folds the write-ahead log into the file.
    this.#reader?.close()
    this.#handles.writer.close()
    return Promise.resolve()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #writer: SqliteDatabase
  readonly #reader: (() => SqliteDatabase) | null
  readonly #turns: Turns
  #mine = false

  constructor(writer: SqliteDatabase, reader: (() => SqliteDatabase) | null, turns: Turns) {
    this.#writer = writer
    this.#reader = reader
    this.#turns = turns
  }

  async takeTurn(): Promise<void> {
    if (this.#mine) return
    await this.#turns.take()
    this.#mine = true
  }

  endTurn(): void {
    if (!this.#mine) return
    this.#mine = false
    this.#turns.end()
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const asks = isQuestion(query)
    // Between two changes the engine answers at once, and its pages are warm there.
    if (asks && !this.#mine && this.#turns.busy && this.#reader) return run(this.#reader(), query)
    if (!asks || this.#turns.busy) await this.takeTurn()
    return run(this.#writer, query)
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}

const isQuestion = ({ query, sql }: CompiledQuery): boolean =>
  query.kind === 'SelectQueryNode' || /^\s*(?:select|explain)\b/i.test(sql)

function run<R>(database: SqliteDatabase, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = database.prepare(sql)
  if (statement.reader) return { rows: statement.all(parameters) as R[] }
  const { changes, lastInsertRowid } = statement.run(parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

/** Whose turn it is: one at a time, in the order in which they came. */
class Turns {
  #last: Promise<void> = Promise.resolve()
  #waiting = 0
  #end: (() => void) | null = null

  /** Whether somebody has the turn, or waits for it. */
  get busy(): boolean {
    return this.#waiting > 0
  }

  async take(): Promise<void> {
    this.#waiting += 1
    const before = this.#last
    let end: () => void = () => undefined
    this.#last = new Promise(done => (end = done))
    await before
    this.#end = end
  }

  end(): void {
    this.#waiting -= 1
    const end = this.#end
    this.#end = null
    end?.()
  }
}
