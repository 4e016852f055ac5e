namespace FsmKit.Net;

/// <content>As many connections as may be are unfinished: more wait in the backlog, and those that stall make room.</content>
public sealed partial class GServerSock
{
    /// <summary>While others make progress, room will come by itself, and one that is slow gets so many times the patience.</summary>
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
            ServerLog.Crowded(Gaplic.Logger, this, _unfinished.Count, count);
        }
    }

    /// <summary>Ends some of those that stall, and looks again as long as there are too many.</summary>
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

    /// <summary>The one that has made no progress for the longest time, when that is too long.</summary>
    private Unfinished? Stalled()
    {
        var patience = (long)HandshakePatience.TotalMilliseconds * (HasRecentProgress() ? PatienceWhileOthersProgress : 1);
        for (var left = _unfinished.Count; left > 0; left--)
        {
            var quietest = _unfinished.Oldest!;
            if (Gaplic.Clock.Now - quietest.QuietSince < patience)
            {
                return null;
            }

            // With something to be read, it is this loop that is slow.
            if (!quietest.HasUnread)
            {
                return quietest;
            }

            Progresses(quietest);
        }

        return null;
    }

    /// <summary>Looks who has made progress since the last look, and tells whether any connection did lately.</summary>
    /// <remarks>Progress is an answer of this side in the handshake: what a peer can send at will, such as a byte now and then, is none.</remarks>
    private bool HasRecentProgress()
    {
        var next = _unfinished.Oldest;
        for (var left = _unfinished.Count; left > 0; left--)
        {
            var unfinished = next!;
            next = unfinished.Younger;
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
