namespace FsmKit.Testing.Choosing;

/// <summary>Alternates between several choosers, one schedule each.</summary>
internal sealed class Portfolio(params (Strategy Strategy, Chooser Chooser)[] members) : Chooser
{
    private int _turn = -1;

    /// <summary>Strategy of the present schedule.</summary>
    public Strategy Current => members[_turn].Strategy;

    public override void Begin()
    {
        _turn = (_turn + 1) % members.Length;
        members[_turn].Chooser.Begin();
    }

    public override int Pick(ReadOnlySpan<int> ready) => members[_turn].Chooser.Pick(ready);

    public override int Value(int count) => members[_turn].Chooser.Value(count);

    public override int PickFairly(ReadOnlySpan<int> ready) => members[_turn].Chooser.PickFairly(ready);

    public override bool Chance(double probability) => members[_turn].Chooser.Chance(probability);

    public override int Lane(ReadOnlySpan<int> lanes, int count) => members[_turn].Chooser.Lane(lanes, count);

    public override bool End() => members[_turn].Chooser.End();
}
