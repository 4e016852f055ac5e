using System.Runtime.CompilerServices;
using FsmKit.Testing.Fingerprints;

namespace FsmKit.Testing.Restoring;

/// <summary>
/// Copies a world at states of a schedule and sets it back to one of them. The next schedule then continues from there instead of beginning
/// with a new world. Where this is impossible, <see cref="WhyNot"/> has the reason and each schedule has a new world.
/// </summary>
internal sealed partial class Backtracker
{
    private const int MostLevels = 1_024;
    private readonly Scan _scan = new();
    private readonly Fingerprint _fingerprint;
    private readonly Captured? _captured;
    private readonly List<Level> _levels = [];
    private readonly SettingBack _mode;
    private World? _world;
    private Division? _division;
    private readonly Stack<Part> _spareOwn = [];
    private Stack<Part>[] _spare = [];

    // State of each part, and the one that its objects have at present. They differ after a step that was not run: see TryMove.
    private Part?[] _parts = [];
    private Part?[] _written = [];
    private ulong[] _digests = [];

    public Backtracker(Action<World> setUp, ExploreOptions options)
    {
        _mode = options.SettingBack;
        _fingerprint = new Fingerprint(options.HasPlainFingerprints);
        WhyNot = options.SettingBack == SettingBack.Never ? "it was asked for"
            : !RuntimeFeature.IsDynamicCodeSupported ? "no code can be made at run time"
            : options.Coverage is not null ? "coverage counts each schedule from its beginning"
            : null;
        if (WhyNot is null)
        {
            _captured = new Captured(setUp, _scan);
            WhyNot = _captured.IsTooLarge ? "the set-up can reach too many objects that were there before" : null;
        }
    }

    /// <summary>Reason why each schedule has a new world; null while worlds are set back.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Digests the state of a world.</summary>
    public ulong Digest(World world)
    {
        world.RequireNoSockets();
        if (WhyNot is null)
        {
            if (world != _world)
            {
                Begin(world);
            }

            if (_division is not null && !world.IsDividedAs(_division))
            {
                Divide(division: null);
            }

            Renew();
            return _mode == SettingBack.Checked || _division is null ? DigestWhole(world) : Combined();
        }

        return DigestWhole(world);
    }

    /// <summary>Copies the world, so that it can be set back to this moment.</summary>
    /// <param name="at">Number of choices made so far.</param>
    public void Mark(int at)
    {
        if (WhyNot is not null || !ScanParts())
        {
            return;
        }

        if (_levels.Count == MostLevels)
        {
            Thin();
        }

        var own = _division is null ? null : TakeOut(_spareOwn, _world!.Own);
        _levels.Add(new Level(at, _world!.Choices.Numbers, _division, [.. _parts!], [.. _digests], own));
        foreach (var part in _parts)
        {
            part!.Users++;
        }
    }

    /// <summary>Sets the world back to the last copied moment before a choice.</summary>
    /// <returns>The world and the moment; null when a new world is needed.</returns>
    public (World World, Level Level)? SetBack(int choice)
    {
        var kept = _levels.Count;
        while (kept > 0 && _levels[kept - 1].At > choice)
        {
            kept--;
        }

        if (WhyNot is null && _captured!.Changed() is { } changed)
        {
            GiveUp($"an object of type {changed}, which the set-up did not make, was changed");
        }

        if (WhyNot is not null || kept == 0)
        {
            Forget();
            return null;
        }

        var level = _levels[kept - 1];
        SetBack(_world!, level);
        DropAfter(kept);
        return (_world!, level);
    }

    /// <summary>Destroys the world, because the next schedule has nothing in common with the earlier ones.</summary>
    public void Forget()
    {
        _world?.End();
        _world = null;
        _levels.Clear();
    }

    private void SetBack(World world, Level level)
    {
        if (_division == level.Division)
        {
            Forget(world.Touched);
        }
        else
        {
            Divide(level.Division);
        }

        for (var i = 0; i < _parts.Length; i++)
        {
            (_parts[i], _digests[i]) = (level.Parts[i], level.Digests[i]);
        }

        Write();
        level.Own?.SetBack();
        _state = (world.Steps, level.Kept.Values);
        if (_mode == SettingBack.Checked)
        {
            Check(world);
        }
    }

    /// <summary>Drops later levels. Parts that no other level has are reused.</summary>
    private void DropAfter(int kept)
    {
        for (var i = _levels.Count - 1; i >= kept; i--)
        {
            var level = _levels[i];
            for (var part = 0; part < level.Parts.Length; part++)
            {
                if (--level.Parts[part].Users == 0 && level.Parts[part].Digest is null && level.Division == _division)
                {
                    _spare[part].Push(level.Parts[part]);
                }
            }

            if (level.Own is { } own)
            {
                _spareOwn.Push(own);
            }
        }

        _levels.RemoveRange(kept, _levels.Count - kept);
    }

    private static Part TakeOut(Stack<Part> spare, ReadOnlySpan<(object, Plan)> kept)
    {
        var part = spare.TryPop(out var old) ? old : new Part();
        part.Take(kept);
        return part;
    }

    private void Divide(Division? division)
    {
        var count = division?.Loops.Length ?? 1;
        (_division, _parts, _written, _digests, _spare) = (division, new Part?[count], new Part?[count], new ulong[count], [.. Enumerable.Range(0, count).Select(static _ => new Stack<Part>())]);
        _known ??= division is null ? null : new KnownParts(count);
    }

    private void Begin(World world)
    {
        Forget();
        _world = world;
        _spareOwn.Clear();
        _known = null;
        Divide(Division.Of(world, _scan, _captured!.Objects));
        world.Touched = ulong.MaxValue;
        world.Moves = this;
    }

    private void GiveUp(string why)
    {
        WhyNot = why;
        _levels.Clear();
    }

    /// <summary>
    /// Drops every second one of the older moments. A schedule from a dropped moment begins at an earlier one and repeats the choices in
    /// between.
    /// </summary>
    private void Thin()
    {
        for (var i = MostLevels / 2; i > 0; i -= 2)
        {
            _levels.RemoveAt(i - 1);
        }
    }
}
