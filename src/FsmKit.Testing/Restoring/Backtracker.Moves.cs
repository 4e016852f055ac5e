using System.Numerics;

namespace FsmKit.Testing.Restoring;

/// <content>
/// Steps of a loop whose part was in the same state before. Such a step is not run again, because its result is known. Only a step without
/// choices is known, and only while the clock stands.
/// </content>
internal sealed partial class Backtracker
{
    private KnownParts? _known;

    // Number of steps, and of choices inside of steps, at the present state.
    private (int Steps, int Values) _state;

    /// <summary>Goes to the state after the step of a loop, if it is known. The objects are written later, by <see cref="Write"/>.</summary>
    /// <returns>False when the step is to be run.</returns>
    public bool TryMove(int loop)
    {
        if (WhyNot is not null || _division is null || _world!.Touched != 0)
        {
            return false;
        }

        var part = _division.PartOf(loop);
        if (_parts[part]?.After(loop) is not { Digest: { } digest } to)
        {
            return false;
        }

        (_parts[part], _digests[part]) = (to, digest);
        _state = _state with { Steps = _world.Steps };
        if (_mode == SettingBack.Checked || _division.QuestionCount > 0 || _world.HasFairEnd)
        {
            Write(); // Conditions read the objects before the state is digested.
        }

        return true;
    }

    /// <summary>Writes the objects of the parts whose present state is another one than theirs.</summary>
    public void Write()
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] is { } part && part != _written[i])
            {
                part.SetBack();
                _written[i] = part;
            }
        }
    }

    /// <summary>Returns the state of a part before the only step since the last digest, and the loop of the step; null when there was another change.</summary>
    private (Part? From, int Loop) StepBefore()
    {
        var world = _world!;
        if (_division is null || BitOperations.PopCount(world.Touched) != 1 || (world.Steps, world.Choices.Numbers.Values) != (_state.Steps + 1, _state.Values))
        {
            return (null, 0);
        }

        var loop = BitOperations.TrailingZeroCount(world.Touched);
        return (_parts[_division.PartOf(loop)], loop);
    }

    private void NoteStep(Part? from, int loop)
    {
        if (from is { Digest: not null } && _parts[_division!.PartOf(loop)] is { Digest: not null } to)
        {
            from.Leads(loop, to, _division.LoopCount);
        }

        _state = (_world!.Steps, _world.Choices.Numbers.Values);
    }
}
