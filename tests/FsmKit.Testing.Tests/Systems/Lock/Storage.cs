namespace FsmKit.Testing.Tests.Systems.Lock;

/// <summary>Keeps what the holders of the lock write, and takes nothing of one whose token is older than the newest that has written.</summary>
[GClass]
[Input<EvStore>]
public sealed partial class Storage : GObj
{
    private int _newest;

    /// <summary>Takes every write, whatever its token.</summary>
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
