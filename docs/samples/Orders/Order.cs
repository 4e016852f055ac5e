using System.Text.Json.Serialization;
using FsmKit;

namespace OrdersSample;

/// <summary>The life of an order, from the basket to the door.</summary>
[GClass(Version = 1, Json = typeof(OrderJson))]
[Input<EvPaid>, Input<EvShipped>, Input<EvDelivered>, Input<EvCancelled>]
[Output<EvOrderChanged>(Optional = true)]
public sealed partial class Order : GObj
{
    /// <summary>Name of the ordered item.</summary>
    [Kept]
    public string Item { get; set; } = "";

    /// <summary>The price, in cents.</summary>
    [Kept]
    public int Cents { get; set; }

    /// <summary>Sum of the payments so far, in cents.</summary>
    [Kept]
    public int Paid { get; private set; }

    /// <summary>The carrier's number of the parcel; empty before shipping.</summary>
    [Kept]
    public string Tracking { get; private set; } = "";

    /// <summary>Time that the customer has to pay. Default 15 min.</summary>
    [Parameter]
    public partial TimeSpan PaymentTime { get; set; } = TimeSpan.FromMinutes(15);

    private enum State : byte
    {
        /// <summary>The price is not paid in full.</summary>
        [On<EvPaid>(nameof(AcPay), When = nameof(IsPart))]
        [On<EvPaid>(nameof(AcPay), Next = Packing)]
        [On<EvCancelled>(nameof(AcChanged), Next = Cancelled)]
        [After(nameof(PaymentTime), nameof(AcChanged), Next = Cancelled)]
        [Refuse]
        Paying,

        /// <summary>The warehouse packs.</summary>
        [On<EvShipped>(nameof(AcShip), Next = Shipped)]
        [On<EvCancelled>(nameof(AcChanged), Next = Cancelled)]
        [Refuse]
        Packing,

        /// <summary>The parcel is on its way: the order cannot be cancelled.</summary>
        [On<EvDelivered>(nameof(AcChanged), Next = Delivered)]
        [Refuse]
        Shipped,

        /// <summary>The parcel is at the door.</summary>
        [Final]
        Delivered,

        /// <summary>Nothing is delivered. Payments are paid back.</summary>
        [Final]
        Cancelled,
    }

    private bool IsPart(in EvPaid e) => Paid + e.Cents < Cents;

    private void AcPay(in EvPaid e)
    {
        Paid += e.Cents;
        AcChanged();
    }

    private void AcShip(in EvShipped e)
    {
        Tracking = e.Tracking;
        AcChanged();
    }

    private void AcChanged() => Publish(new EvOrderChanged(this));
}

/// <summary>JSON of the events that a snapshot of an order may hold.</summary>
[JsonSerializable(typeof(EvPaid)), JsonSerializable(typeof(EvShipped)), JsonSerializable(typeof(EvDelivered)), JsonSerializable(typeof(EvCancelled))]
internal sealed partial class OrderJson : JsonSerializerContext;
