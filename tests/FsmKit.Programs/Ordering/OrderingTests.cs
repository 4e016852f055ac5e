using Xunit;

namespace FsmKit.Programs.Ordering;

/// <summary>The saga of an order in virtual time, with a payment provider that answers at once.</summary>
public sealed class OrderingTests : IDisposable, IPayments
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly OrderSaga _saga;
    private readonly List<string> _told = [];
    private int _refundFaults;
    private Task<string> _charge = Task.FromResult("p1");

    public OrderingTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _saga = _app.Create<OrderSaga>("order", saga => saga.Payments = this);
        _saga.Subscribe((GObj _, in EvReserveStock _) => _told.Add("reserve"));
        _saga.Subscribe((GObj _, in EvReleaseStock _) => _told.Add("release"));
        _saga.Subscribe((GObj _, in EvShip _) => _told.Add("ship"));
        _saga.Subscribe((GObj _, in EvOrderCompleted _) => _told.Add("completed"));
        _saga.Subscribe((GObj _, in EvOrderCancelled e) => _told.Add($"cancelled: {e.Reason}"));
        _saga.Subscribe((GObj _, in EvHelpNeeded _) => _told.Add("help"));
        _saga.Send(new EvOrderPlaced("book", 2_000));
    }

    public void Dispose() => _app.Dispose();

    Task<string> IPayments.ChargeAsync(int cents, CancellationToken cancellation) => _charge;

    Task IPayments.RefundAsync(string paymentId, CancellationToken cancellation)
    {
        _told.Add("refund");
        return _refundFaults-- > 0 ? Task.FromException(new IOException("no line")) : Task.CompletedTask;
    }

    [Fact]
    public void An_order_is_reserved_paid_and_shipped()
    {
        Assert.Equal("Reserving", _saga.StateName);
        _saga.Send(new EvStockReserved());
        Assert.Equal("Shipping", _saga.StateName);
        _saga.Send(new EvShipped());
        Assert.True(_saga.IsFinished);
        Assert.Equal("Completed", _saga.StateName);
        Assert.Equal(["reserve", "ship", "completed"], _told);
    }

    [Fact]
    public void What_the_warehouse_does_not_have_is_not_paid()
    {
        _saga.Send(new EvOutOfStock());
        Assert.Equal("Cancelled", _saga.StateName);
        Assert.Equal(["reserve", "cancelled: out of stock"], _told);
    }

    [Fact]
    public void A_carrier_that_fails_costs_the_refund_and_the_reservation()
    {
        _refundFaults = 1;
        _saga.Send(new EvStockReserved());
        _saga.Send(new EvShippingFailed());
        Assert.Equal("WaitingToRefund", _saga.StateName);
        _time.Advance(10_000, _app);
        Assert.Equal("ReleasingStock", _saga.StateName);
        _saga.Send(new EvStockReleased());
        Assert.Equal("Cancelled", _saga.StateName);
        Assert.Equal(["reserve", "ship", "refund", "refund", "release", "cancelled: not shipped"], _told);
    }

    [Fact]
    public void A_customer_who_cancels_during_the_payment_gets_the_money_back()
    {
        var charge = new TaskCompletionSource<string>();
        _charge = charge.Task;
        _saga.Send(new EvStockReserved());
        Assert.Equal(Outcome.Deferred, _saga.Send(new EvCancelOrder()));
        charge.SetResult("p2");
        _time.Advance(0, _app);
        Assert.Equal("ReleasingStock", _saga.StateName);
        _time.Advance(30_000, _app);
        Assert.Equal(["reserve", "ship", "refund", "release", "release"], _told);
    }

    [Fact]
    public void A_refund_that_never_succeeds_is_put_right_by_hand()
    {
        _refundFaults = 3;
        _saga.Send(new EvStockReserved());
        _saga.Send(new EvShippingFailed());
        _time.Advance(10_000, _app);
        _time.Advance(10_000, _app);
        Assert.Equal(("NeedingHelp", "help"), (_saga.StateName, _told[^1]));
        _saga.Send(new EvResolved());
        Assert.Equal("ReleasingStock", _saga.StateName);
    }
}
