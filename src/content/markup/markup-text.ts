export interface TextBlock {
  readonly kind: 'heading' | 'text';
  readonly text: string;
}

/** A link or button. */
export interface Link {
  /** What readers see or hear of it. */
  readonly text: string;
  /** As written; absent for buttons. */
  readonly href?: string;
}

/** What readers and machines get of a page or fragment. Every text is one line. */
export interface MarkupText {
  /**
   * Visible text in order: a block for each heading, paragraph, list item, table cell and so on. Inline markup is
   * joined without a gap, so that `guaran<b>teed</b>` is one word; `<br>` is a blank.
   */
  readonly blocks: readonly TextBlock[];
  /**
   * What leaves with the page but is not visible as text: title, meta and other text attributes, strings of JSON-LD,
   * comments, and what hidden elements, templates and noscript hold.
   */
  readonly attributes: readonly string[];
  readonly title?: string;
  /** Of the first h1 that holds text. */
  readonly headline?: string;
  readonly meta_description?: string;
  readonly links: readonly Link[];
}
