using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class InjectingTests
{
    [Fact]
    public async Task Services_reach_root_gobjs_and_children_by_their_constructors()
    {
        await using var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop =>
            {
                loop.Create<Shop>("shop");
                loop.Create<Plain>("plain", static (plain, services) => plain.Text = $"{services.GetRequiredService<IStock>().Goods} goods");
                loop.Create(static services => new Shop(new Half(services.GetRequiredService<IStock>())), "half", static (shop, _) => shop.Street = "Main");
            }),
            static builder => builder.Services.AddSingleton<IStock, Stock>());

        var loop = host.Loops["one"];
        Assert.Equal(7, loop.Root<Shop>("shop").Goods);
        Assert.Equal(7, loop.Root<Shop>().Counter!.Goods);
        Assert.Equal("7 goods", loop.Root<Plain>().Text);
        Assert.Equal((3, "Main"), (loop.Root<Shop>("half").Goods, loop.Root<Shop>("half").Street));
    }

    [Fact]
    public void A_gobj_with_services_needs_a_loop_with_services()
    {
        using var app = new GAplic("app");
        var x = Assert.Throws<GObjException>(() => app.CreateInjected<Counter>("counter"));
        Assert.Equal("GAplic:app cannot create a Counter with services: GAplic:app has none. Host the loop with AddFsmKit, or set GAplicOptions.Services.", x.Message);
    }

    [Fact]
    public void A_loop_without_a_host_may_have_services_too()
    {
        using var services = new ServiceCollection().AddSingleton<IStock, Stock>().BuildServiceProvider();
        using var app = new GAplic("app", new GAplicOptions { Services = services });

        Assert.Equal(7, app.CreateInjected<Counter>("counter").Goods);
        Assert.Equal(7, app.CreateInjected<Kept>("kept").Goods);
        var copy = app.RestoreInjected<Kept>(app.CreateInjected<Kept>("old", static kept => kept.Count = 4).Snapshot(), "new");
        Assert.Equal((7, 4), (copy.Goods, copy.Count));
    }

    private sealed class Half(IStock whole) : IStock
    {
        public int Goods => whole.Goods / 2;
    }
}
