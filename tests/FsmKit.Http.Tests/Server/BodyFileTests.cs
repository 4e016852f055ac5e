using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Tests that run alone: other tests of this process have files open too.</summary>
[CollectionDefinition(nameof(BodyFileTests), DisableParallelization = true)]
public class BodyFileTestsAlone;

/// <summary>Files of bodies whose clients go away. Handles of this process count: other processes have files in the same folder.</summary>
[Collection(nameof(BodyFileTests))]
public class BodyFileTests
{
    [Fact]
    public void A_client_that_goes_while_its_body_is_written_to_a_file_leaves_none()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("never"u8), static server => server.InbufOverflow = 10);
        var before = OpenFiles();
        for (var i = 0; i < 20; i++)
        {
            var peer = bench.Connect(server);
            peer.Send("POST / HTTP/1.1\nHost: a\nContent-Length: 100000\n\n" + new string('x', 50_000));
            if (i == 0 && OperatingSystem.IsLinux())
            {
                // The others go at any moment.
                bench.Await(() => OpenFiles() > before);
            }

            peer.Reset();
        }

        bench.Await(() => server.NChannels == 0 && OpenFiles() <= before);
        Assert.Equal(20, server.EndedFor(ChannelEndReason.ConnectionBroken));
    }

    /// <summary>Number of files of bodies that this process has open; only Linux tells.</summary>
    private static int OpenFiles() => OperatingSystem.IsLinux() ? Directory.EnumerateFiles("/proc/self/fd").Count(IsBodyFile) : 0;

    private static bool IsBodyFile(string handle)
    {
        try
        {
            return File.ResolveLinkTarget(handle, returnFinalTarget: false)?.Name.StartsWith("fsmkit-body-", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed meanwhile.
            return false;
        }
    }
}
