using System.IO.Pipelines;
using Xunit;

namespace FsmKit.Http.Tests;

public sealed class LoopPipeSchedulerTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_reader_and_a_writer_go_on_in_the_thread_of_the_loop()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var app = new GAplic();
        var scheduler = new LoopPipeScheduler(app);
        var pipe = new Pipe(new PipeOptions(
            readerScheduler: scheduler, writerScheduler: scheduler, pauseWriterThreshold: 1, resumeWriterThreshold: 1, useSynchronizationContext: false));
        var loop = new Thread(() => app.Run());
        var reading = Read(pipe.Reader);
        var writing = Write(pipe.Writer);
        loop.Start();

        Assert.Equal(loop.ManagedThreadId, await reading.WaitAsync(Long, cancellation));
        Assert.Equal(loop.ManagedThreadId, await writing.WaitAsync(Long, cancellation));
        app.Stop();

        // Not here: this may be the loop's own thread by now.
        Assert.True(await Task.Run(() => loop.Join(Long), cancellation));

        static async Task<int> Read(PipeReader reader)
        {
            var read = await reader.ReadAsync().ConfigureAwait(false);
            var thread = Environment.CurrentManagedThreadId;
            reader.AdvanceTo(read.Buffer.End);
            return thread;
        }

        static async Task<int> Write(PipeWriter writer)
        {
            await writer.WriteAsync(new byte[2]).ConfigureAwait(false);
            return Environment.CurrentManagedThreadId;
        }
    }

    [Fact]
    public void An_action_waits_for_a_cycle_and_a_disposed_loop_drops_it()
    {
        using var app = new GAplic();
        var scheduler = new LoopPipeScheduler(app);
        var runs = new List<object?>();
        scheduler.Schedule(runs.Add, 1);
        Assert.Empty(runs);
        app.RunOnce();
        Assert.Equal([1], runs);

        scheduler.Schedule(runs.Add, 2);
        app.Dispose();
        scheduler.Schedule(runs.Add, 3);
        Assert.Equal([1], runs);
    }
}
