namespace FsmKit.Testing.Choosing;

/// <summary>Takes every way that leads to a state which no way before has met. See <see cref="Strategy.States"/>.</summary>
internal sealed class EveryState : EveryWay
{
    private readonly HashSet<ulong> _seen = [];

    public override int States => _seen.Count;

    public override bool AsksForState => IsAtEnd;

    public override bool IsNew(ulong state) => _seen.Add(state);
}
