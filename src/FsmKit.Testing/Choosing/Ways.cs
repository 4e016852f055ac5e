namespace FsmKit.Testing.Choosing;

/// <summary>Unexplored continuations of a path: the last choice and its higher values are not explored yet.</summary>
/// <param name="Path">Choices, each with the number of its possibilities.</param>
internal sealed record Ways(IReadOnlyList<(int Taken, int Count)> Path);
