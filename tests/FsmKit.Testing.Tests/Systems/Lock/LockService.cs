namespace FsmKit.Testing.Tests.Systems.Lock;

/// <summary>Grants the lock to one writer after the other, each for the time of a lease.</summary>
[GClass]
[Input<EvAcquire>, Input<EvRelease>]
public sealed partial class LockService : GObj
{
    private int _token;

    private enum State
    {
        [On<EvAcquire>(nameof(AcGrant), Next = Held), Ignore<EvRelease>]
        Free,

        [After(10_000, Next = Free), Defer<EvAcquire>]
        [On<EvRelease>(Next = Free, When = nameof(IsHolder)), Ignore<EvRelease>]
        Held,
    }

    private bool IsHolder(in EvRelease e) => e.Token == _token;

    private void AcGrant(in EvAcquire e) => Post(e.Writer, new EvGranted(++_token));
}
