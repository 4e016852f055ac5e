// An order service: ASP.NET Core on FsmKit's server, a machine for each order, and snapshots in SQLite. See README.md.
using Microsoft.EntityFrameworkCore;
using OrdersSample;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseFsmKit().UseUrls($"http://127.0.0.1:{builder.Configuration["port"] ?? "8080"}");

// The first line of the output says where the program listens, so the log goes to the other stream.
builder.Logging.ClearProviders().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddDbContextFactory<OrdersDb>(database => database.UseSqlite($"Data Source={builder.Configuration["database"] ?? "orders.db"}"));

// The store is registered before the loop, so that it stops after it.
builder.Services.AddSingleton<OrderStore>().AddHostedService(static services => services.GetRequiredService<OrderStore>());
builder.Services.AddFsmKit(static fsm => fsm.AddLoop("orders", static loop => loop.Create<OrderBook>("book")));
builder.Services.AddHealthChecks().AddFsmKit();

var app = builder.Build();
app.MapOrders();
app.MapHealthChecks("/health");
await app.StartAsync();
Console.WriteLine($"listening on {new Uri(app.Urls.First()).Authority}");
await app.WaitForShutdownAsync();
