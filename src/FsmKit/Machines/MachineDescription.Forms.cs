namespace FsmKit;

/// <content>
/// Text forms of the machine. Each form depends on the description alone: the same description gives the same bytes. Lines end with <c>\n</c>.
/// </content>
public sealed partial class MachineDescription
{
    /// <summary>Writes one line for the gclass and a table with aligned columns, one row per line. Nested states are indented.</summary>
    public string ToText() => TextForm.Of(this);

    /// <summary>Writes a page: summary, events, states, table, parameters, and the diagram of <see cref="ToMermaid"/>.</summary>
    public string ToMarkdown() => MarkdownForm.Of(this);

    /// <summary>
    /// Writes the behaviour without summaries and diagram, one line for each thing that can change. The file <c>Name.table.md</c> beside a gclass
    /// holds this text; each build compares the gclass with the file (FSM0070).
    /// </summary>
    public string ToReviewedTable() => ReviewedForm.Of(this);

    /// <summary>Writes everything as JSON (RFC 8259), in the schema of <c>docs/describing.md</c>.</summary>
    public string ToJson() => JsonForm.Of(this);

    /// <summary>Writes a state diagram in Mermaid's language, as a <c>stateDiagram-v2</c>.</summary>
    public string ToMermaid() => MermaidForm.Of(this);

    /// <summary>Writes a state diagram in Graphviz's DOT language; a state with states inside is a cluster.</summary>
    public string ToDot() => DotForm.Of(this);

    /// <summary>
    /// Writes the machine as a W3C SCXML 1.0 document. The document contains actions and guards by name only: a tool can check, draw and simulate the
    /// document, but no program can execute it.
    /// </summary>
    public string ToScxml() => ScxmlForm.Of(this);
}
