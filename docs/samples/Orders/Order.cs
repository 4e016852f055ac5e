using System.Text.Json.Serialization;
using FsmKit;

namespace OrdersSample;

/// <summary>The life of an order, from the basket to the door.</summary>
[GClass(Version = 1, Json = typeof(OrderJson))]
[Input<EvPaid>, Input<EvShipped>, Input<EvDelivered>, Input<EvCancelled>]
[Output<EvOrderChanged>(Optional = true)]
public sealed partial class Order : GObj
{
    /// <summary>What was ordered.</summary>
    [Kept]
    public string Item { get; set; } = "";

    /// <summary>The price.</summary>
    [Kept]
    public int Cents { get; set; }

    /// <summary>What the customer has paid so far.</summary>
    [Kept]
    public int Paid { get; private set; }

    /// <summary>The carrier's number of the parcel; empty before it is shipped.</summary>
    [Kept]
    public string Tracking { get; private set; } = "";

    /// <summary>Time that the customer has to pay. Default 15 min.</summary>
    [Parameter]
    public partial TimeSpan PaymentTime { get; set; } = TimeSpan.FromMinutes(15);

    private enum State : byte
    {
        /// <summary>The customer has not paid all of it.</summary>
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

        /// <summary>The parcel is on its way: it cannot be cancelled.</summary>
        [On<EvDelivered>(nameof(AcChanged), Next = Delivered)]
        [Refuse]
        Shipped,

        /// <summary>The parcel is at the door.</summary>
        [Final]
        Delivered,

        /// <summary>Nothing is delivered. What was paid is paid back.</summary>
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

/// <summary>The JSON of what a snapshot of an order keeps.</summary>
[JsonSerializable(typeof(EvPaid)), JsonSerializable(typeof(EvShipped)), JsonSerializable(typeof(EvDelivered)), JsonSerializable(typeof(EvCancelled))]
internal sealed partial class OrderJson : JsonSerializerContext;
