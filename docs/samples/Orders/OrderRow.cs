using Microsoft.EntityFrameworkCore;

namespace OrdersSample;

/// <summary>A row of the database: an order as a snapshot.</summary>
public sealed class OrderRow
{
    /// <summary>The number of the order.</summary>
    public int Id { get; set; }

    /// <summary>Name of the state, to be searched for.</summary>
    public required string State { get; set; }

    /// <summary>The snapshot as JSON.</summary>
    public required string Snapshot { get; set; }
}

/// <summary>The database.</summary>
public sealed class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options)
{
    /// <summary>The orders.</summary>
    public DbSet<OrderRow> Orders => Set<OrderRow>();
}
