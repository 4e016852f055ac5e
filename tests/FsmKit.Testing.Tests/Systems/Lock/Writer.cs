namespace FsmKit.Testing.Tests.Systems.Lock;

/// <summary>Writes once under the lock, after a pause of unknown length. A refused writer asks for the lock again.</summary>
[GClass]
[Input<EvGranted>, Input<EvStored>]
public sealed partial class Writer : GObj
{
    private int _token;
    private bool _hasPaused;

    /// <summary>Grants the lock.</summary>
    public LockService Lock { get; set; } = null!;

    /// <summary>Takes the write.</summary>
    public Storage Storage { get; set; } = null!;

    /// <summary>The world that the writer is in.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether the write was taken.</summary>
    public bool HasWritten { get; private set; }

    /// <inheritdoc/>
    protected override void StartUp() => AcAcquire();

    private enum State
    {
        [Hot, On<EvGranted>(nameof(AcKeep), Next = Holding)]
        [Refuse]
        Waiting,

        [After(nameof(Pause), nameof(AcWrite), Next = Writing)]
        [Refuse]
        Holding,

        [Hot, On<EvStored>(nameof(AcRelease), Next = Done, When = nameof(IsTaken)), On<EvStored>(nameof(AcAcquire), Next = Waiting)]
        [Refuse]
        Writing,

        [Final]
        Done,
    }

    /// <summary>A second, or more than a lease: a page that is swapped in, a collection of garbage.</summary>
    private TimeSpan Pause => TimeSpan.FromSeconds(!_hasPaused && World.Choose() ? 15 : 1);

    private void AcAcquire() => Post(Lock, new EvAcquire(this));

    private void AcKeep(in EvGranted e) => _token = e.Token;

    private void AcWrite()
    {
        _hasPaused = true;
        Post(Storage, new EvStore(this, _token));
    }

    private static bool IsTaken(in EvStored e) => e.IsTaken;

    private void AcRelease()
    {
        HasWritten = true;
        Post(Lock, new EvRelease(_token));
    }
}
