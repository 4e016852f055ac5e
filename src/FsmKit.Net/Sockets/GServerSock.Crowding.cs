namespace FsmKit.Net;

/// <content>The limit of unfinished connections: at the limit, new ones wait in the backlog and those without progress are ended.</content>
public sealed partial class GServerSock
{
    /// <summary>Factor of HandshakePatience while other connections make progress: then room comes without ending a slow one.</summary>
    private const int PatienceWhileOthersProgress = 3;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(100);

    private LoopTimer? _crowd;
    private long _progressAt = -1;

    private bool IsCrowded => MaxHandshakes > 0 && _unfinished.Count >= MaxHandshakes;

    private void Begin(Unfinished unfinished)
    {
        unfinished.QuietSince = Gaplic.Clock.Recent;
        _unfinished.Add(unfinished);
        if (IsCrowded)
        {
            _crowd ??= new LoopTimer(this, Ease);
            if (!_crowd.IsArmed)
            {
                _crowd.Arm(LookAgainAfter);
            }
        }
    }

    private void AcCrowd()
    {
        if (_crowdLines.Admits(Gaplic.Clock.Now, out var count))
        {
            ServerLog.Crowded(Logger, this, _unfinished.Count, count);
        }
    }

    /// <summary>Ends stalled connections until 1/16 of the limit is free, and runs again later while the limit is still reached.</summary>
    private void Ease()
    {
        var enough = MaxHandshakes - Math.Max(1, MaxHandshakes / 16);
        try
        {
            while (_unfinished.Count > enough && Stalled() is { } stalled)
            {
                _unfinished.Remove(stalled);
                stalled.GiveUp(RefusalReason.CrowdedOut);
            }
        }
        finally
        {
            if (!IsDestroyed)
            {
                NoticeRoom();
                if (IsCrowded)
                {
                    _crowd!.Arm(LookAgainAfter);
                }
            }
        }
    }

    /// <summary>Returns the connection with the longest time without progress, if that time exceeds the patience; otherwise null.</summary>
    private Unfinished? Stalled()
    {
        var patience = (long)HandshakePatience.TotalMilliseconds * (HasRecentProgress() ? PatienceWhileOthersProgress : 1);
        for (var left = _unfinished.Count; left > 0; left--)
        {
            var quietest = _unfinished.First!;
            if (Gaplic.Clock.Now - quietest.QuietSince < patience)
            {
                return null;
            }

            // Unread input means that this loop is slow, not the peer.
            if (!quietest.HasUnread)
            {
                return quietest;
            }

            Progresses(quietest);
        }

        return null;
    }

    /// <summary>Updates the progress of all unfinished connections. Returns whether one of them progressed within HandshakePatience.</summary>
    /// <remarks>Progress is a flight of this side in the handshake. Bytes of the peer do not count: a peer can send single bytes at will.</remarks>
    private bool HasRecentProgress()
    {
        var next = _unfinished.First;
        for (var left = _unfinished.Count; left > 0; left--)
        {
            var unfinished = next!;
            next = unfinished.Next;
            if (unfinished.Steps != unfinished.SeenSteps)
            {
                _progressAt = Gaplic.Clock.Now;
                Progresses(unfinished);
            }
        }

        return _progressAt >= 0 && Gaplic.Clock.Now - _progressAt < (long)HandshakePatience.TotalMilliseconds;
    }

    private void Progresses(Unfinished unfinished)
    {
        (unfinished.SeenSteps, unfinished.QuietSince) = (unfinished.Steps, Gaplic.Clock.Now);
        _unfinished.Remove(unfinished);
        _unfinished.Add(unfinished);
    }
}
