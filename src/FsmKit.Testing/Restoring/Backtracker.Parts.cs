using System.Runtime.InteropServices;

namespace FsmKit.Testing.Restoring;

/// <content>Parts of a world: their digests and copies.</content>
internal sealed partial class Backtracker
{
    /// <summary>Computes new digests of the parts that steps have touched.</summary>
    private void Renew()
    {
        var (from, loop) = StepBefore();
        Forget(_world!.Touched);
        _world.Touched = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] is null && _division is not null)
            {
                _digests[i] = DigestPart(i);
                _parts[i] = _written[i] = _known!.Find(i, _digests[i], _world.Elapsed);
            }
        }

        NoteStep(from, loop);

        if (_mode == SettingBack.Checked)
        {
            Check(_world);
        }
    }

    private void Forget(ulong touched)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            // Conditions that are checked after each step must change nothing; a change is detected here all the same.
            if (_division is null || (_division.Loops[i] & touched) != 0 || _division.Questions[i].Count > 0)
            {
                _parts[i] = _written[i] = null;
            }
        }
    }

    private bool ScanParts()
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] is not null)
            {
                continue;
            }

            _scan.Begin(isWhole: _division is null);
            AddRoots(i);
            _scan.Run(_captured!.Objects);
            if (_scan.Refused is { } why)
            {
                GiveUp(why);
                return false;
            }

            _captured.Note(_scan.Outside);
            _parts[i] = _written[i] = TakeOut(_spare[i], CollectionsMarshal.AsSpan(_scan.Kept));
            if (_division is not null)
            {
                _known!.Add(i, _parts[i]!, _digests[i], _world!.Elapsed);
            }
        }

        return true;
    }

    private void AddRoots(int part)
    {
        if (_division is null)
        {
            _scan.Add(_world);
            return;
        }

        for (var i = 0; i < _division.LoopCount; i++)
        {
            if ((_division.Loops[part] & (1UL << i)) != 0)
            {
                _scan.Add(_world!.Loops[i]);
            }
        }

        _division.Questions[part].ForEach(_scan.Add);
    }

    private ulong DigestWhole(World world)
    {
        _fingerprint.Begin();
        world.AddTo(_fingerprint);
        return _digests is [_] && _division is null ? _digests[0] = _fingerprint.Digest : _fingerprint.Digest;
    }

    private ulong DigestPart(int part)
    {
        _fingerprint.Begin();
        _world!.AddTo(_fingerprint, _division!.Loops[part], _division.Questions[part]);
        return _fingerprint.Digest;
    }

    private ulong Combined()
    {
        _fingerprint.Begin();
        foreach (var digest in _digests)
        {
            _fingerprint.Add(digest);
        }

        return _fingerprint.Digest;
    }

    /// <summary>Compares the digests of the parts with new ones. For tests.</summary>
    private void Check(World world)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] is not null && (_division is null ? DigestAgain(world) : DigestPart(i)) != _digests[i])
            {
                throw new InvalidOperationException($"Part {i} of {_parts.Length} is in another state than it should be in.");
            }
        }
    }

    private ulong DigestAgain(World world)
    {
        _fingerprint.Begin();
        world.AddTo(_fingerprint);
        return _fingerprint.Digest;
    }
}
