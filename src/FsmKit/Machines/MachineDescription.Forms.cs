namespace FsmKit;

/// <content>The machine in the languages of people and tools. Each form depends on the description alone: same description, same bytes; lines end with <c>\n</c>.</content>
public sealed partial class MachineDescription
{
    /// <summary>Writes a line for the gclass and a table in aligned columns, a row a line; states inside of others are indented.</summary>
    public string ToText() => TextForm.Of(this);

    /// <summary>Writes a page: summary, events, states, table, parameters, and the diagram of <see cref="ToMermaid"/>.</summary>
    public string ToMarkdown() => MarkdownForm.Of(this);

    /// <summary>
    /// Writes the behaviour without summaries and diagram, a line for each thing that can change: what the file <c>Name.table.md</c> beside a gclass holds, with
    /// which each build compares the gclass (FSM0070).
    /// </summary>
    public string ToReviewedTable() => ReviewedForm.Of(this);

    /// <summary>Writes everything as JSON (RFC 8259), in the schema of <c>docs/describing.md</c>.</summary>
    public string ToJson() => JsonForm.Of(this);

    /// <summary>Draws the states in Mermaid's language, as a <c>stateDiagram-v2</c>.</summary>
    public string ToMermaid() => MermaidForm.Of(this);

    /// <summary>Draws the states in Graphviz's language; a composite is a cluster.</summary>
    public string ToDot() => DotForm.Of(this);

    /// <summary>
    /// Writes the states as a W3C SCXML 1.0 document. Actions and guards stand in it by name: a tool can check, draw and simulate the document, a program
    /// cannot run it.
    /// </summary>
    public string ToScxml() => ScxmlForm.Of(this);
}
