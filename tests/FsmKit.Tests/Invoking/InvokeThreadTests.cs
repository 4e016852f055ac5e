using Xunit;
using static FsmKit.Tests.Works;

namespace FsmKit.Tests;

/// <summary>Threads on which asynchronous work begins, goes on and ends.</summary>
public sealed partial class InvokeThreadTests
{
    [Fact]
    public void It_goes_on_in_the_loop_after_an_await_also_when_it_begins_before_the_loop_runs()
    {
        var app = new GAplic();
        var hopper = app.Create<Hopper>();
        using var stop = new CancellationTokenSource();
        hopper.Stop = stop;
        app.Run(stop.Token);
        Assert.Equal([true, true, true], hopper.InLoop);
        app.Dispose();
    }

    [GClass, Input<EvLoaded>, Input<EvNotLoaded>]
    internal sealed partial class Hopper : GObj
    {
        public List<bool> InLoop { get; } = [];

        public CancellationTokenSource? Stop { get; set; }

        private enum State : byte
        {
            [Invoke<EvLoaded, EvNotLoaded>(nameof(LoadAsync)), On<EvLoaded>(nameof(Loaded), Next = There), On<EvNotLoaded>(Next = There)] Here,
            [Final] There,
        }

        private bool IsInLoop => SynchronizationContext.Current == Gaplic.SynchronizationContext;

        private async Task<EvLoaded> LoadAsync(CancellationToken cancellation)
        {
            InLoop.Add(IsInLoop);
            await Task.Run(static () => { }, cancellation);
            InLoop.Add(IsInLoop);
            return new EvLoaded(1);
        }

        private void Loaded()
        {
            InLoop.Add(IsInLoop);
            Stop?.Cancel();
        }
    }
}
