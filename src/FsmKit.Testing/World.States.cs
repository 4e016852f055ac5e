using FsmKit.Testing.Fingerprints;

namespace FsmKit.Testing;

/// <content>In which state the world is.</content>
public sealed partial class World
{
    private readonly Fingerprint _fingerprint = new();

    /// <summary>Digests all that can make a difference to what follows; equal states have equal ones.</summary>
    /// <exception cref="NotSupportedException">There are sockets, whose state is not known.</exception>
    private ulong Fingerprint()
    {
        if (_network is not null)
        {
            throw new NotSupportedException("Strategy.States knows nothing of what sockets have under way; take Strategy.Exhaustive or Strategy.Portfolio.");
        }

        _fingerprint.Begin();
        foreach (var loop in _loops)
        {
            AddLoop(loop);
        }

        _time.AddTo(_fingerprint);
        foreach (var link in _links)
        {
            _fingerprint.AddObject(link);
        }

        _fingerprint.AddObject(_pool);
        _fingerprint.AddObject(_always);
        _fingerprint.AddObject(_eventually);
        return _fingerprint.Digest;
    }

    private void AddLoop(GAplic loop)
    {
        _fingerprint.AddObject(loop);
        if (loop.IsDestroyed)
        {
            return;
        }

        _fingerprint.AddTree(loop);
        _fingerprint.AddTimers(loop.UntilTimers);
        var (phase, left, batch) = loop.Place;
        _fingerprint.Add((ulong)phase);
        _fingerprint.Add((ulong)left);
        _fingerprint.Add((ulong)batch);
        foreach (var (destination, source, e) in loop.Mailbox.BoxEvents())
        {
            _fingerprint.AddObject(destination);
            _fingerprint.AddObject(source);
            _fingerprint.AddObject(e);
        }

        foreach (var callback in loop.Mailbox.CopyCallbacks())
        {
            _fingerprint.AddObject(callback.Callback);
            _fingerprint.AddObject(callback.State);
        }
    }
}
