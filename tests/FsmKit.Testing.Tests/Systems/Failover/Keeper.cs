namespace FsmKit.Testing.Tests.Systems.Failover;

/// <summary>Orders cups, and puts a new brewer in the place of one that is unplugged.</summary>
[GClass]
[Input<EvAnswered>, Input<EvUnplug>, Input<EvGone>]
public sealed partial class Keeper : GObj
{
    private Brewer _brewer = null!;

    /// <summary>Makes the next brewer, on a loop of its own. The argument is true for a brewer in the place of another one.</summary>
    public Func<bool, Brewer> MakeBrewer { get; set; } = null!;

    /// <summary>Counts the orders to be answered.</summary>
    public int Orders { get; set; } = 3;

    /// <summary>Does not give a new brewer the order of the old one.</summary>
    public bool IsForgetful { get; set; }

    /// <summary>Makes the first brewer and orders the first cup.</summary>
    public void Begin()
    {
        _brewer = MakeBrewer(false);
        AcOrder();
    }

    private enum State
    {
        [Hot, On<EvAnswered>(Next = Done, When = nameof(IsLast)), On<EvAnswered>(nameof(AcNext))]
        [On<EvUnplug>(nameof(AcTerminate), Next = Replacing)]
        [Refuse]
        Waiting,

        [Hot, On<EvAnswered>(Next = Done, When = nameof(IsLast)), On<EvAnswered>(nameof(AcCount))]
        [On<EvGone>(nameof(AcReplace), Next = Waiting), Ignore<EvUnplug>]
        Replacing,

        [Final]
        Done,
    }

    private bool IsLast() => Orders == 1;

    private void AcOrder() => Post(_brewer, new EvOrder());

    private void AcCount() => Orders--;

    private void AcNext()
    {
        AcCount();
        AcOrder();
    }

    private void AcTerminate() => Post(_brewer, new EvTerminate());

    private void AcReplace()
    {
        _brewer = MakeBrewer(true);
        if (!IsForgetful)
        {
            AcOrder();
        }
    }
}
