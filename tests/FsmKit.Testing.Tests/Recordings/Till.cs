namespace FsmKit.Testing.Tests.Recordings;

/// <summary>Takes coins and cards, shows the sum, and gives up after a while.</summary>
[GClass(Version = 1, Json = typeof(TillJson))]
[Input<EvCoin>, Input<EvCheck>, Input<EvApproved>, Input<EvDeclined>, Input<EvBlink>, Input<EvReset>, Input<EvCall>, Output<EvPaid>]
internal sealed partial class Till : GObj
{
    [Kept] public int Total { get; private set; }

    [Kept] public int Blinks { get; private set; }

    [Parameter] public partial int Price { get; set; } = 100;

    /// <summary>Work of a check.</summary>
    public Func<string, Task<int>>? Bank { get; set; }

    /// <summary>Called with the name of each entered state.</summary>
    public Action<string>? Entered { get; set; }

    public Display? Display { get; private set; }

    private enum State : byte
    {
        [Enter(nameof(Tell)), On<EvCoin>(nameof(AcCoin), Next = Paying), On<EvCheck>(nameof(AcCard), Next = Checking), Ignore<EvReset>, Ignore<EvBlink>, Ignore<EvCall>, Refuse]
        Idle,

        [Enter(nameof(Tell)), After(30, Next = Idle), On<EvCoin>(nameof(AcCoin), Next = Paid, When = nameof(IsEnough)), On<EvCoin>(nameof(AcCoin)), On<EvReset>(Next = Idle), Ignore<EvBlink>, Refuse]
        Paying,

        [Enter(nameof(Tell)), Invoke<EvApproved, EvDeclined>(nameof(CheckAsync)), On<EvApproved>(nameof(AcApproved), Next = Paid), On<EvDeclined>(Next = Idle), Defer<EvCoin>, On<EvReset>(Next = Idle), Refuse]
        Checking,

        [Enter(nameof(EnterPaid)), On<EvBlink>(nameof(AcBlink)), On<EvReset>(nameof(AcReset), Next = Idle), Ignore<EvCoin>, Refuse]
        Paid,
    }

    private string _card = "";

    protected override void StartUp() => Display = Create<Display>("display", x => x.Till = this);

    private bool IsEnough(in EvCoin e) => Total + e.Cents >= Price;

    private void AcCoin(in EvCoin e)
    {
        Total += e.Cents;
        Display!.Send(new EvShow($"{Total}"));
        Display!.Post(new EvRefresh());
    }

    private void AcCard(in EvCheck e) => _card = e.Card;

    private Task<int> CheckAsync() => Bank!(_card);

    private void AcApproved(in EvApproved e) => Total += e.Cents;

    private void AcBlink()
    {
        Blinks++;
        Entered?.Invoke($"blink {Blinks}");
    }

    private void AcReset()
    {
        (Total, Blinks) = (0, 0);
        StopTimer<EvBlink>();
    }

    private void EnterPaid()
    {
        StartTimer(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5), new EvBlink(1));
        Publish(new EvPaid(Total));
        Tell();
    }

    private void Tell() => Entered?.Invoke(StateName);
}

public readonly record struct EvPaid(int Cents);
