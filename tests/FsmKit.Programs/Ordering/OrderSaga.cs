namespace FsmKit.Programs.Ordering;

/// <summary>The saga of an order: stock, payment, shipping, and each step taken back when a later one fails.</summary>
[GClass]
[Input<EvOrderPlaced>, Input<EvCancelOrder>]
[Input<EvStockReserved>, Input<EvOutOfStock>, Input<EvStockReleased>]
[Input<EvPaid>, Input<EvPaymentFailed>, Input<EvRefunded>, Input<EvRefundFailed>]
[Input<EvShipped>, Input<EvShippingFailed>, Input<EvResolved>]
[Output<EvReserveStock>, Output<EvReleaseStock>, Output<EvShip>]
[Output<EvOrderCompleted>, Output<EvOrderCancelled>, Output<EvHelpNeeded>]
public sealed partial class OrderSaga : GObj
{
    private const int MaxRefunds = 3;
    private EvOrderPlaced _order;
    private string _paymentId = "";
    private string _reason = "";
    private int _refunds;

    /// <summary>The payment provider.</summary>
    [Parameter]
    public partial IPayments? Payments { get; set; }

    private enum State : byte
    {
        /// <summary>No order has come yet.</summary>
        [On<EvOrderPlaced>(nameof(AcAccept), Next = Fulfilling)]
        [Refuse]
        New,

        /// <summary>One step after the other.</summary>
        [Refuse]
        Fulfilling,

        /// <summary>The warehouse is asked.</summary>
        [Inside(Fulfilling)]
        [Enter(nameof(AcReserve))]
        [On<EvStockReserved>(Next = Paying)]
        [On<EvOutOfStock>(nameof(AcBlameStock), Next = Compensated)]
        [On<EvCancelOrder>(nameof(AcBlameCustomer), Next = ReleasingStock)]
        [After(30_000, nameof(AcBlameStock), Next = ReleasingStock)]
        Reserving,

        /// <summary>The payment provider is asked.</summary>
        [Inside(Fulfilling)]
        [Invoke<EvPaid, EvPaymentFailed>(nameof(ChargeAsync))]
        [On<EvPaid>(nameof(AcKeepPayment), Next = Shipping)]
        [On<EvPaymentFailed>(nameof(AcBlamePayment), Next = ReleasingStock)]
        [After(60_000, nameof(AcBlamePayment), Next = ReleasingStock)]
        [Defer<EvCancelOrder>]
        Paying,

        /// <summary>The carrier is asked.</summary>
        [Inside(Fulfilling)]
        [Enter(nameof(AcShip))]
        [On<EvShipped>(nameof(AcTellCompleted), Next = Completed)]
        [On<EvShippingFailed>(nameof(AcBlameCarrier), Next = Refunding)]
        [On<EvCancelOrder>(nameof(AcBlameCustomer), Next = Refunding)]
        [After(86_400_000, nameof(AcBlameCarrier), Next = Refunding)]
        Shipping,

        /// <summary>Taking back the completed steps, the last one first.</summary>
        [Done(nameof(AcTellCancelled), Next = Cancelled)]
        [On<EvShipped>(nameof(AcCallForReturn))]
        [Ignore<EvCancelOrder>, Ignore<EvStockReserved>, Ignore<EvOutOfStock>, Ignore<EvShippingFailed>]
        [Refuse]
        Compensating,

        /// <summary>The payment provider is asked to give the money back.</summary>
        [Inside(Compensating)]
        [Invoke<EvRefunded, EvRefundFailed>(nameof(RefundAsync))]
        [On<EvRefunded>(Next = ReleasingStock)]
        [On<EvRefundFailed>(Next = WaitingToRefund, When = nameof(MayRetry))]
        [On<EvRefundFailed>(nameof(AcCallForHelp), Next = NeedingHelp)]
        [After(60_000, nameof(AcCallForHelp), Next = NeedingHelp)]
        Refunding,

        /// <summary>The payment provider gets a moment before the next attempt.</summary>
        [Inside(Compensating)]
        [After(10_000, Next = Refunding)]
        WaitingToRefund,

        /// <summary>A clerk has to give the money back by hand.</summary>
        [Inside(Compensating)]
        [On<EvResolved>(Next = ReleasingStock)]
        NeedingHelp,

        /// <summary>The warehouse is asked to put the item back.</summary>
        [Inside(Compensating)]
        [Enter(nameof(AcRelease))]
        [On<EvStockReleased>(Next = Compensated)]
        [After(30_000, Next = ReleasingStock)]
        ReleasingStock,

        /// <summary>All steps are taken back.</summary>
        [Inside(Compensating), Final]
        Compensated,

        /// <summary>The parcel is on its way.</summary>
        [Final]
        Completed,

        /// <summary>The order has come to nothing.</summary>
        [Final]
        Cancelled,
    }
}
