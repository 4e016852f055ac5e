using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>Step of a path: a row, with the states before and after.</summary>
/// <param name="State">The state before the step.</param>
/// <param name="Row">
/// The row of the state, of a state around it, or of the whole gclass. It is a row for an event, for a timeout, or one that follows another
/// row without an event (<c>Always</c>, <c>Done</c>).
/// </param>
/// <param name="Next">The state after the step.</param>
public sealed record PathStep(string State, RowDescription Row, string Next)
{
    /// <summary>Index of the row in the description.</summary>
    internal int Index { get; init; }

    /// <summary>Index of the state before it.</summary>
    internal int Leaf { get; init; }

    /// <summary>Index of the state after it.</summary>
    internal int NextLeaf { get; init; }

    /// <summary>Formats the step as in <c>Closed: EvOpen / AcOpen -> Opened</c>.</summary>
    public override string ToString() => $"{State}: {RowText.Of(Row, Row.Next < 0 ? null : Next)}";
}
