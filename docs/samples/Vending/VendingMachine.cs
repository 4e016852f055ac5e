using FsmKit;

namespace VendingSample;

/// <summary>A vending machine: coins, a choice, a price that is fetched, a motor, and service at any time.</summary>
[GClass]
[Input<EvCoin>, Input<EvSelect>, Input<EvCancel>]
[Input<EvServiceBegins>, Input<EvServiceEnds>]
[Input<EvPriced>, Input<EvNotPriced>, Input<EvTurned>]
[Output<EvShown>, Output<EvGiven>, Output<EvPaidBack>]
public sealed partial class VendingMachine : GObj
{
    private Motor? _motor;
    private int _credit;
    private string _item = "";

    /// <summary>Fetches the price of an item in cents.</summary>
    [Parameter]
    public partial Func<string, CancellationToken, Task<int>> FetchPrice { get; set; } = static (_, _) => Task.FromResult(100);

    /// <summary>Duration of a turn of the motor. Default 1 s.</summary>
    [Parameter]
    public partial TimeSpan TurnTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Money that was put in and not spent, in cents.</summary>
    public int Credit => _credit;

    private enum State : byte
    {
        /// <summary>Selling. The service door can be opened at any time.</summary>
        [On<EvServiceBegins>(nameof(AcShowService), Next = Maintenance)]
        [Refuse]
        Selling,

        /// <summary>No customer is here.</summary>
        [Inside(Selling)]
        [On<EvCoin>(nameof(AcAdd), Next = Paying)]
        [Ignore<EvCancel>]
        Idle,

        /// <summary>The customer has put money in.</summary>
        [Inside(Selling)]
        [On<EvCoin>(nameof(AcAdd))]
        [On<EvSelect>(nameof(AcChoose), Next = Pricing)]
        [On<EvCancel>(nameof(AcPayBack), Next = Idle)]
        [Idle(60_000, nameof(AcPayBack), Next = Idle)]
        Paying,

        /// <summary>Asking for the price. A coin waits until the price is known.</summary>
        [Inside(Selling)]
        [Invoke<EvPriced, EvNotPriced>(nameof(AskAsync))]
        [On<EvPriced>(nameof(AcBuy), Next = Giving, When = nameof(IsEnough))]
        [On<EvPriced>(nameof(AcShowPrice), Next = Paying)]
        [On<EvNotPriced>(nameof(AcExcuse), Next = Paying)]
        [After(5_000, nameof(AcExcuse), Next = Paying)]
        [On<EvCancel>(Next = Paying)]
        [Defer<EvCoin>]
        Pricing,

        /// <summary>The motor turns.</summary>
        [Inside(Selling)]
        [On<EvTurned>(nameof(AcGive), Next = Idle, When = nameof(IsSpent))]
        [On<EvTurned>(nameof(AcGive), Next = Paying)]
        [Defer<EvCoin>, Ignore<EvCancel>]
        Giving,

        /// <summary>The state at the time when the service door was opened.</summary>
        [Inside(Selling), History]
        WhereItWas,

        /// <summary>The service door is open. The end of a turn of the motor waits.</summary>
        [On<EvServiceEnds>(nameof(AcShowCredit), Next = WhereItWas)]
        [Defer<EvTurned>]
        [Refuse]
        Maintenance,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _motor = Create<Motor>("motor", motor => motor.TurnTime = TurnTime);

    private Task<int> AskAsync(CancellationToken cancellation) => FetchPrice(_item, cancellation);

    private bool IsEnough(in EvPriced e) => e.Cents <= _credit;

    private bool IsSpent() => _credit == 0;

    private void AcAdd(in EvCoin e)
    {
        _credit += e.Cents;
        AcShowCredit();
    }

    private void AcChoose(in EvSelect e) => _item = e.Item;

    private void AcBuy(in EvPriced e)
    {
        _credit -= e.Cents;
        Send(_motor!, new EvTurn());
    }

    private void AcGive()
    {
        Publish(new EvGiven(_item));
        AcShowCredit();
    }

    private void AcPayBack()
    {
        Publish(new EvPaidBack(_credit));
        _credit = 0;
        AcShowCredit();
    }

    private void AcShowCredit() => Publish(new EvShown($"{_credit} cents"));

    private void AcShowPrice(in EvPriced e) => Publish(new EvShown($"{_item}: {e.Cents} cents"));

    private void AcShowService() => Publish(new EvShown("out of service"));

    private void AcExcuse() => Publish(new EvShown($"{_item}: no price, try again"));
}
