using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace OrdersSample;

/// <summary>Saves snapshots one after the other, beside the loop.</summary>
public sealed partial class OrderStore(IDbContextFactory<OrdersDb> databases, ILogger<OrderStore> log) : BackgroundService
{
    private readonly Channel<(int Number, string State, string Snapshot, TaskCompletionSource? Saved)> _changes =
        Channel.CreateUnbounded<(int, string, string, TaskCompletionSource?)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Queues a snapshot. Callable from any thread.</summary>
    public void Save(int number, string state, string snapshot) => _changes.Writer.TryWrite((number, state, snapshot, null));

    /// <summary>Completes when everything that was queued before is saved.</summary>
    public Task SavedAsync()
    {
        var saved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _changes.Writer.TryWrite((0, "", "", saved)) ? saved.Task : Task.CompletedTask;
    }

    /// <summary>Reads all snapshots of orders.</summary>
    public IReadOnlyList<(int Number, string Snapshot)> LoadAll()
    {
        using var database = databases.CreateDbContext();
        database.Database.EnsureCreated();
        return [.. database.Orders.AsNoTracking().OrderBy(static row => row.Id).Select(static row => new { row.Id, row.Snapshot }).AsEnumerable().Select(static row => (row.Id, row.Snapshot))];
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _changes.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The loop ends with the channel, not with the stop of the host, so that all queued snapshots are saved.
        await foreach (var (number, state, snapshot, saved) in _changes.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (saved is not null)
            {
                saved.SetResult();
                continue;
            }

            try
            {
                await SaveAsync(number, state, snapshot);
            }
            catch (DbUpdateException x)
            {
                NotSaved(log, number, state, x);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Order {Number} in state {State} is not saved.")]
    private static partial void NotSaved(ILogger log, int number, string state, Exception failure);

    private async Task SaveAsync(int number, string state, string snapshot)
    {
        await using var database = await databases.CreateDbContextAsync();
        var row = await database.Orders.FindAsync(number);
        if (row is null)
        {
            database.Add(new OrderRow { Id = number, State = state, Snapshot = snapshot });
        }
        else
        {
            (row.State, row.Snapshot) = (state, snapshot);
        }

        await database.SaveChangesAsync();
    }
}
