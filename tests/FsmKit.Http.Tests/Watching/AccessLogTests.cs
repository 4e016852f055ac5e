using System.Text;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Lines of an access log on their way into a file or a stream.</summary>
public sealed class AccessLogTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fsmkit-log-");

    private string Path => System.IO.Path.Combine(_directory.FullName, "access.log");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_appended_to_and_complete_when_the_log_is_disposed()
    {
        await File.WriteAllTextAsync(Path, "before\n", TestContext.Current.CancellationToken);
        using (var log = HttpAccessLog.ToFile(Path, HttpLogFormat.Common))
        {
            Write(log, "/1");
            Write(log, "/2");
        }

        await using (var log = HttpAccessLog.ToFile(Path))
        {
            Write(log, "/3");
        }

        Assert.Equal(
            """
            before
            203.0.113.7 - - [20/Nov/2026:10:00:05 +0000] "GET /1 HTTP/1.1" 200 5120
            203.0.113.7 - - [20/Nov/2026:10:00:05 +0000] "GET /2 HTTP/1.1" 200 5120
            203.0.113.7 - - [20/Nov/2026:10:00:05 +0000] "GET /3 HTTP/1.1" 200 5120 "-" "-"

            """,
            await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_told_at_once() =>
        Assert.Throws<DirectoryNotFoundException>(() => HttpAccessLog.ToFile(System.IO.Path.Combine(_directory.FullName, "no", "access.log")));

    [Fact]
    public void After_a_rotation_the_old_file_has_what_was_logged_before_and_the_new_one_the_rest()
    {
        using (var log = HttpAccessLog.ToFile(Path))
        {
            Write(log, "/1");
            File.Move(Path, Path + ".1");
            Write(log, "/2");
            log.Reopen();
            Write(log, "/3");
        }

        Assert.Equal(["/1", "/2"], Targets(File.ReadAllText(Path + ".1")));
        Assert.Equal(["/3"], Targets(File.ReadAllText(Path)));
    }

    [Fact]
    public void When_the_file_cannot_be_reopened_the_log_stays_in_the_old_one_and_says_so()
    {
        var told = new LogLines();
        using (var log = HttpAccessLog.ToFile(Path, logger: told))
        {
            File.Move(Path, Path + ".1");
            Directory.CreateDirectory(Path);
            log.Reopen();
            Write(log, "/1");
        }

        Assert.Equal(["/1"], Targets(File.ReadAllText(Path + ".1")));
        Assert.StartsWith($"Error: The access log {Path} cannot be reopened: ", Assert.Single(told.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_written_from_where_it_ends()
    {
        using (var log = HttpAccessLog.ToFile(Path))
        {
            Write(log, "/1");
            Assert.True(SpinWait.SpinUntil(() => new FileInfo(Path).Length > 0, Long));
            File.WriteAllText(Path, "");
            Write(log, "/2");
        }

        Assert.Equal(["/2"], Targets(File.ReadAllText(Path)));
    }

    [Fact]
    public void Lines_are_written_and_flushed_without_an_end()
    {
        using var stream = new GatedStream();
        stream.Gate.Set();
        using var log = HttpAccessLog.To(stream);
        for (var i = 0; i < 2; i++)
        {
            Write(log, "/" + i);
            Assert.True(stream.Flushed.Wait(Long, TestContext.Current.CancellationToken));
            stream.Flushed.Reset();
        }

        Assert.Equal(["/0", "/1"], Targets(stream.Text));
    }

    [Fact]
    public void A_stream_that_is_too_slow_costs_lines_not_memory()
    {
        const int Lines = 60_000;
        using var stream = new GatedStream();
        long dropped;
        using (var log = HttpAccessLog.To(stream, leaveOpen: true))
        {
            for (var i = 0; i < Lines; i++)
            {
                Write(log, "/" + i);
            }

            dropped = log.Dropped;
            stream.Gate.Set();
        }

        Assert.InRange(stream.Text.Length, 512 * 1024, 2 * 1024 * 1024);
        Assert.Equal(Lines - dropped, Targets(stream.Text).Count);
        Assert.InRange(dropped, 1, Lines);
    }

    [Fact]
    public void Every_line_of_many_threads_is_whole()
    {
        const int Threads = 4, Lines = 1000;
        using var stream = new GatedStream();
        stream.Gate.Set();
        using (var log = HttpAccessLog.To(stream, leaveOpen: true))
        {
            var threads = Enumerable.Range(0, Threads).Select(t => new Thread(() =>
            {
                for (var i = 0; i < Lines; i++)
                {
                    Write(log, $"/{t}/{i}");
                }
            })).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());
            Assert.Equal(0, log.Dropped);
        }

        var targets = Targets(stream.Text);
        Assert.Equal(Threads * Lines, targets.Count);
        for (var t = 0; t < Threads; t++)
        {
            Assert.Equal(Enumerable.Range(0, Lines).Select(i => $"/{t}/{i}"), targets.Where(target => target.StartsWith($"/{t}/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_stream_that_fails_is_told_of_once_and_tried_again()
    {
        var told = new LogLines();
        using var stream = new GatedStream { Fault = new IOException("No space left on device.") };
        stream.Gate.Set();
        var log = HttpAccessLog.To(stream, leaveOpen: true, logger: told);
        for (var i = 1; i <= 2; i++)
        {
            Write(log, "/lost");
            Assert.True(SpinWait.SpinUntil(() => log.Dropped == i, Long));
        }

        stream.Fault = null;
        Write(log, "/1");
        log.Dispose();

        Assert.StartsWith("\n203.", stream.Text, StringComparison.Ordinal);
        Assert.Equal(["/1"], Targets(stream.Text));
        Assert.Equal(
            [
                "Error: The access log GatedStream cannot be written: No space left on device. Its lines are dropped until it can; look at "
                + "the space and the rights there. No space left on device.",
                "Warning: The access log GatedStream is written again; 2 lines have been dropped since it was made.",
            ],
            told.Lines);
    }

    [Fact]
    public async Task A_log_that_is_disposed_drops_what_comes_and_closes_what_it_was_given()
    {
        var stream = new GatedStream();
        stream.Gate.Set();
        var log = HttpAccessLog.To(stream);
        await log.DisposeAsync();
        await log.DisposeAsync();
        log.Dispose();
        Write(log, "/1");

        Assert.Equal(1, log.Dropped);
        Assert.False(stream.CanWrite);
        Assert.Equal("", stream.Text);
    }

    [Fact]
    public void A_stream_cannot_be_reopened()
    {
        using var log = HttpAccessLog.To(new MemoryStream());
        Assert.Contains("ToFile", Assert.Throws<InvalidOperationException>(log.Reopen).Message, StringComparison.Ordinal);
    }

    private static void Write(HttpAccessLog log, string target) => log.Write(LogLineTests.Line(target));

    private static List<string> Targets(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line =>
    {
        Assert.StartsWith("203.0.113.7 - - [20/Nov/2026:10:00:05 +0000] \"GET /", line, StringComparison.Ordinal);
        Assert.EndsWith(" HTTP/1.1\" 200 5120 \"-\" \"-\"", line, StringComparison.Ordinal);
        return line.Split(' ')[6];
    })];
}
