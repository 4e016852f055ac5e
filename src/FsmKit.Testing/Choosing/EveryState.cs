using FsmKit.Testing.Restoring;

namespace FsmKit.Testing.Choosing;

/// <summary>
/// Explores every continuation of each state, and ends a schedule in a state that was met before. See <see cref="Strategy.States"/>.
/// </summary>
internal sealed class EveryState(SeenStates seen, Backtracker backtracker, Action<ulong>? tell = null) : EveryWay
{
    // With one ready loop there is no choice between steps, but there may be choices inside them.
    private const int MostUnmarked = 8;
    private bool _isAtState;
    private int _unmarked;

    public override bool AsksForState => IsAtEnd;

    public override bool SetsBack => backtracker.WhyNot is null;

    public override bool IsNew(World world)
    {
        var state = backtracker.Digest(world);
        if (!seen.Add(state))
        {
            return false;
        }

        backtracker.Write();
        tell?.Invoke(state);
        _isAtState = true;
        if (++_unmarked > MostUnmarked)
        {
            Mark();
        }

        return true;
    }

    public override int Pick(ReadOnlySpan<int> ready)
    {
        if (_isAtState)
        {
            Mark();
        }

        return base.Pick(ready);
    }

    public override int Value(int count)
    {
        _isAtState = false; // The world is now inside a step.
        return base.Value(count);
    }

    public override void Take(Ways ways)
    {
        backtracker.Forget();
        base.Take(ways);
    }

    public override World? SetBack()
    {
        (_isAtState, _unmarked) = (false, 0);
        if (backtracker.SetBack(Last) is not { } back)
        {
            return null;
        }

        At = back.Level.At;
        back.World.Choices.Rewind(back.Level.Kept);
        return back.World;
    }

    private void Mark()
    {
        backtracker.Mark(At);
        (_isAtState, _unmarked) = (false, 0);
    }
}
