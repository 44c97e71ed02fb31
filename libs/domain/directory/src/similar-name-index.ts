import { normalizeName, trigrams } from './similar-name';

/** A stored name found to be like the one asked for. */
export interface SimilarName<T> {
  value: T;
  /** 0 to 1, as `nameSimilarity` computes it. */
  similarity: number;
}

/** A name as sorted numbers of its trigrams: of the distinguishing words and of all words. */
interface CutName {
  core: Uint32Array;
  text: Uint32Array;
  numbers: string;
}

const similarityOf = (left: Uint32Array, right: Uint32Array): number => {
  let [common, l, r] = [0, 0, 0];
  while (l < left.length && r < right.length) {
    const difference = left[l] - right[r];
    if (difference === 0) common += 1;
    if (difference <= 0) l += 1;
    if (difference >= 0) r += 1;
  }
  return (2 * common) / (left.length + right.length);
};

/**
 * Names that can be searched by similarity, in memory: shared trigrams of the distinguishing words are counted through an
 * inverted index, and only names that share enough of them are compared in full.
 */
export class SimilarNameIndex<T> {
  private readonly values: T[] = [];
  private readonly names: CutName[] = [];
  private readonly numberOfPiece = new Map<string, number>();
  /** For each trigram the names that contain it among their distinguishing words. */
  private readonly namesWithPiece: number[][] = [];
  private sharedPieces = new Uint8Array(0);

  /** Adds a name under which `value` will be found. */
  add(name: string, value: T): void {
    const cut = this.cut(name);
    const at = this.names.push(cut) - 1;
    this.values.push(value);
    for (const piece of cut.core) this.namesWithPiece[piece].push(at);
  }

  /** The names at least `minimum` (above 0) alike, most alike first. */
  find(name: string, minimum: number): SimilarName<T>[] {
    const wanted = this.cut(name);
    const found: SimilarName<T>[] = [];
    for (const at of this.candidates(wanted.core, minimum)) {
      const other = this.names[at];
      if (other.numbers !== wanted.numbers) continue;
      const similarity = Math.min(similarityOf(wanted.core, other.core), similarityOf(wanted.text, other.text));
      if (similarity >= minimum) found.push({ value: this.values[at], similarity });
    }
    return found.sort((a, b) => b.similarity - a.similarity);
  }

  /** Names that share enough trigrams of the distinguishing words: common >= minimum * (n + m) / 2. */
  private candidates(core: Uint32Array, minimum: number): number[] {
    const shared = this.emptyCounts();
    for (const piece of core) for (const at of this.namesWithPiece[piece]) shared[at] += 1;
    const fewest = (minimum * core.length) / (2 - minimum);
    const result: number[] = [];
    for (let at = 0; at < this.names.length; at += 1) {
      const common = shared[at];
      if (common >= fewest && 2 * common >= minimum * (core.length + this.names[at].core.length)) result.push(at);
    }
    return result;
  }

  /** One counter per name, all zero; a name has far fewer than 255 trigrams. */
  private emptyCounts(): Uint8Array {
    if (this.sharedPieces.length < this.names.length) this.sharedPieces = new Uint8Array(this.names.length * 2);
    else this.sharedPieces.fill(0, 0, this.names.length);
    return this.sharedPieces;
  }

  private cut(name: string): CutName {
    const { core, text, numbers } = normalizeName(name);
    return { core: this.pieces(core), text: this.pieces(text), numbers };
  }

  private pieces(text: string): Uint32Array {
    return Uint32Array.from([...trigrams(text)].slice(0, 250), (piece) => this.numberOf(piece)).sort();
  }

  private numberOf(piece: string): number {
    const known = this.numberOfPiece.get(piece);
    if (known !== undefined) return known;
    this.numberOfPiece.set(piece, this.namesWithPiece.push([]) - 1);
    return this.namesWithPiece.length - 1;
  }
}
