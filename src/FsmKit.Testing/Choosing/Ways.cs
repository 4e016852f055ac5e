namespace FsmKit.Testing.Choosing;

/// <summary>Ways that begin with the same choices; the last of these has other values left.</summary>
/// <param name="Path">Choices, each with the number of its values.</param>
internal sealed record Ways(IReadOnlyList<(int Taken, int Count)> Path);
