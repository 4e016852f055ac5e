namespace FsmKit.Benchmarks;

/// <summary>One way of doing something; a run does it many times.</summary>
public sealed record Contender(string Name, Action Run);

/// <summary>Ways of doing the same thing, to be measured side by side.</summary>
/// <param name="Title">What they do.</param>
/// <param name="Operations">How many operations a run has.</param>
/// <param name="Reference">Which of them are 1.00: the fastest one whose name begins so.</param>
/// <param name="Contenders">The ways.</param>
public sealed record Group(string Title, int Operations, string Reference, IReadOnlyList<Contender> Contenders);
