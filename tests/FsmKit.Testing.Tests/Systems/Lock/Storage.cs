namespace FsmKit.Testing.Tests.Systems.Lock;

/// <summary>Keeps the writes of holders of the lock, and refuses a write whose token is older than the newest one so far.</summary>
[GClass]
[Input<EvStore>]
public sealed partial class Storage : GObj
{
    private int _newest;

    /// <summary>The bug: takes every write with any token.</summary>
    public bool IgnoresTokens { get; set; }

    /// <summary>The world that the storage is in.</summary>
    public World World { get; set; } = null!;

    private enum State
    {
        [On<EvStore>(nameof(AcTake), When = nameof(IsAllowed)), On<EvStore>(nameof(AcTurnDown))]
        Ready,
    }

    private bool IsAllowed(in EvStore e) => IgnoresTokens || e.Token >= _newest;

    private void AcTake(in EvStore e)
    {
        World.Check(e.Token >= _newest, $"{e.Writer} wrote with token {e.Token} after a write with token {_newest}.");
        _newest = e.Token;
        Post(e.Writer, new EvStored(IsTaken: true));
    }

    private void AcTurnDown(in EvStore e) => Post(e.Writer, new EvStored(IsTaken: false));
}
