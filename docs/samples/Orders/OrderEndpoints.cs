using FsmKit;
using FsmKit.Hosting;

namespace OrdersSample;

/// <summary>A new order.</summary>
/// <param name="Item">Name of the item.</param>
/// <param name="Cents">The price in cents, above 0.</param>
public sealed record NewOrder(string Item, int Cents);

/// <summary>A payment.</summary>
/// <param name="Cents">The amount, in cents.</param>
public sealed record Payment(int Cents);

/// <summary>A parcel.</summary>
/// <param name="Tracking">The carrier's number.</param>
public sealed record Parcel(string Tracking);

/// <summary>An order in the answers of the service.</summary>
public sealed record OrderView(int Number, string State, string Item, int Cents, int Paid, string Tracking, IReadOnlyList<string> Permitted)
{
    /// <summary>Reads an order, on its loop.</summary>
    public static OrderView Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new(int.Parse(order.Name, null), order.StateName, order.Item, order.Cents, order.Paid, order.Tracking,
            [.. order.Describe().Permitted.Where(static row => row.Answer == Answer.On).Select(static row => row.Event).Distinct()]);
    }
}

/// <summary>The endpoints: each sends an event to the machine of an order, and answers when the change is saved.</summary>
public static class OrderEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapOrders(this WebApplication app)
    {
        var orders = app.MapGroup("/orders");
        orders.MapPost("/", AddAsync);
        orders.MapGet("/{number:int}", static (int number, IFsmKitLoop loop) => AnswerAsync(number, loop, null, static _ => Outcome.Handled));
        orders.MapPost("/{number:int}/payments", static (int number, Payment payment, IFsmKitLoop loop, OrderStore store) =>
            AnswerAsync(number, loop, store, order => order.Send(new EvPaid(payment.Cents))));
        orders.MapPost("/{number:int}/parcel", static (int number, Parcel parcel, IFsmKitLoop loop, OrderStore store) =>
            AnswerAsync(number, loop, store, order => order.Send(new EvShipped(parcel.Tracking))));
        orders.MapPost("/{number:int}/delivery", static (int number, IFsmKitLoop loop, OrderStore store) =>
            AnswerAsync(number, loop, store, static order => order.Send(new EvDelivered())));
        orders.MapDelete("/{number:int}", static (int number, IFsmKitLoop loop, OrderStore store) =>
            AnswerAsync(number, loop, store, static order => order.Send(new EvCancelled())));
    }

    private static async Task<IResult> AddAsync(NewOrder wanted, IFsmKitLoop loop, OrderStore store)
    {
        if (wanted.Cents <= 0 || string.IsNullOrWhiteSpace(wanted.Item))
        {
            return Results.BadRequest("An order has an item and a price above 0.");
        }

        var order = await loop.InvokeAsync(() => OrderView.Of(loop.Root<OrderBook>().Add(wanted.Item, wanted.Cents)));
        await store.SavedAsync();
        return Results.Created($"/orders/{order.Number}", order);
    }

    private static async Task<IResult> AnswerAsync(int number, IFsmKitLoop loop, OrderStore? store, Func<Order, Outcome> send)
    {
        var (outcome, view) = await loop.InvokeAsync(() => loop.Root<OrderBook>().Find(number) is { } order ? (send(order), OrderView.Of(order)) : default((Outcome, OrderView?)));
        if (view is null)
        {
            return Results.NotFound();
        }

        if (store is not null)
        {
            // The book saves in the next cycle of the loop, which is over when a second call returns.
            await loop.InvokeAsync(static () => { });
            await store.SavedAsync();
        }

        return outcome is Outcome.Refused or Outcome.Finished ? Results.Conflict(view) : Results.Ok(view);
    }
}
