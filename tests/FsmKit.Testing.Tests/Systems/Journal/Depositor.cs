namespace FsmKit.Testing.Tests.Systems.Journal;

/// <summary>Deposits one number after the other, and repeats each until it is confirmed.</summary>
[GClass, Input<EvKept>]
public sealed partial class Depositor : GObj
{
    private int _number = 1;

    /// <summary>The process of the ledger, which may be another one each time.</summary>
    public WorldNode Node { get; set; } = null!;

    /// <summary>Carries messages of the depositor.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>Number of numbers to deposit.</summary>
    public int Count { get; set; }

    /// <summary>Last number that is known to be kept; 0 at first.</summary>
    public int Kept => _number - 1;

    private enum State
    {
        [Hot, Enter(nameof(AcAsk)), After(100, Next = Asking), On<EvKept>(nameof(AcNext), Next = Over, When = nameof(IsLast)), On<EvKept>(nameof(AcNext), Next = Asking, When = nameof(IsMine)), Ignore<EvKept>]
        Asking,

        [Final]
        Over,
    }

    private bool IsMine(in EvKept e) => e.Number == _number;

    private bool IsLast(in EvKept e) => IsMine(in e) && _number == Count;

    private void AcAsk()
    {
        if (Node.Loop?.Children.OfType<Ledger>().FirstOrDefault() is { } ledger)
        {
            Link.Post(ledger, new EvKeep(_number, this), this);
        }
    }

    private void AcNext() => _number++;
}
