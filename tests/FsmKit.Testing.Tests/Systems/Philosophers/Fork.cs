namespace FsmKit.Testing.Tests.Systems.Philosophers;

/// <summary>Lies between two philosophers; the second one that wants the fork waits for the first.</summary>
[GClass]
[Input<EvTake>, Input<EvPutDown>]
public sealed partial class Fork : GObj
{
    /// <summary>Is the fork's place in the order of all forks.</summary>
    public int Number { get; set; }

    private enum State
    {
        [On<EvTake>(nameof(AcGive), Next = Taken)]
        [Refuse]
        Free,

        [On<EvPutDown>(Next = Free), Defer<EvTake>]
        Taken,
    }

    private void AcGive(in EvTake e) => Post(e.Philosopher, new EvTaken());
}
