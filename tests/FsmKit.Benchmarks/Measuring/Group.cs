namespace FsmKit.Benchmarks;

/// <summary>One way of doing something; a run does it many times.</summary>
public sealed record Contender(string Name, Action Run);

/// <summary>Ways of doing the same thing, to be measured side by side.</summary>
/// <param name="Title">Task of the contenders.</param>
/// <param name="Operations">Number of operations in a run.</param>
/// <param name="Reference">Beginning of the names of the references. The fastest of them counts as 1.00.</param>
/// <param name="Contenders">The ways.</param>
public sealed record Group(string Title, int Operations, string Reference, IReadOnlyList<Contender> Contenders);
