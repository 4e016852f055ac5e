using System.Globalization;
using FsmKit;

namespace OrdersSample;

/// <summary>The orders as children, one machine each. Every change is saved.</summary>
[GClass, Input<EvOrderChanged>]
public sealed partial class OrderBook(OrderStore store) : GObj
{
    private int _last;

    private enum State : byte
    {
        /// <summary>Changes of orders are saved.</summary>
        [On<EvOrderChanged>(nameof(AcSave))]
        Open,
    }

    /// <summary>Adds a new order.</summary>
    public Order Add(string item, int cents)
    {
        var order = Create<Order>((++_last).ToString(CultureInfo.InvariantCulture), order => (order.Item, order.Cents) = (item, cents));
        Save(order);
        return order;
    }

    /// <summary>Returns the order with this number, or null.</summary>
    public Order? Find(int number) => FindChild(number.ToString(CultureInfo.InvariantCulture)) as Order;

    /// <summary>Restores the orders of an earlier run, each in its state and with the rest of its time to pay.</summary>
    protected override void StartUp()
    {
        foreach (var (number, snapshot) in store.LoadAll())
        {
            Restore<Order>(MachineSnapshot.FromJson(snapshot), number.ToString(CultureInfo.InvariantCulture));
            _last = Math.Max(_last, number);
        }
    }

    private void AcSave(in EvOrderChanged e)
    {
        // The snapshot is taken when the transition is over.
        var order = e.Order;
        Gaplic.PostCallback(() => Save(order));
    }

    private void Save(Order order)
    {
        if (!order.IsDestroyed)
        {
            store.Save(int.Parse(order.Name, CultureInfo.InvariantCulture), order.StateName, order.Snapshot().ToJson());
        }
    }
}
