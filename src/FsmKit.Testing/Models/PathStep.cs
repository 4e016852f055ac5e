using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>A row that a path takes.</summary>
/// <param name="State">The state in which the path is before.</param>
/// <param name="Row">The row, which may stand on a state around or on the class: an event, a timeout, or one that follows another row (<c>Always</c>, <c>Done</c>).</param>
/// <param name="Next">The state in which the path is after it.</param>
public sealed record PathStep(string State, RowDescription Row, string Next)
{
    /// <summary>Index of the row in the description.</summary>
    internal int Index { get; init; }

    /// <summary>Index of the state before it.</summary>
    internal int Leaf { get; init; }

    /// <summary>Index of the state after it.</summary>
    internal int NextLeaf { get; init; }

    /// <summary>The step as in <c>Closed: EvOpen / AcOpen -> Opened</c>.</summary>
    public override string ToString() => $"{State}: {RowText.Of(Row, Row.Next < 0 ? null : Next)}";
}
