using System.Net.Sockets;
using System.Runtime.InteropServices;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Runs alone: for a moment the whole process has no descriptor left.</summary>
[Collection(nameof(DescriptorExhaustionTests))]
[CollectionDefinition(nameof(DescriptorExhaustionTests), DisableParallelization = true)]
public class DescriptorExhaustionTests
{
    private const int LimitOfFiles = 7;

    [Fact]
    public void Accepting_without_a_descriptor_left_is_an_error_and_works_again_later()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is Linux's.");
        using var rig = new Rig(ReactorKind.Epoll);
        var listener = new ListenRecorder();
        ListenLink link = rig.Listen(listener);
        rig.Peer(link.LocalEndPoint!);
        var hog = new List<FileStream>();
        Assert.Equal(0, GetLimit(LimitOfFiles, out Limit limit));
        try
        {
            Assert.Equal(0, SetLimit(LimitOfFiles, limit with { Soft = HighestDescriptor() + 8 }));
            Exhaust(hog);

            rig.Until(() => listener.Errors.Count > 0);

            Assert.Equal(SocketError.TooManyOpenSockets, listener.Errors[0]);
            Assert.Empty(listener.Accepted);
        }
        finally
        {
            hog.ForEach(static file => file.Dispose());
            Assert.Equal(0, SetLimit(LimitOfFiles, limit));
        }

        rig.Until(() => listener.Accepted.Count == 1);
    }

    private static nuint HighestDescriptor() =>
        (nuint)Directory.EnumerateFileSystemEntries("/proc/self/fd").Max(static path => long.Parse(Path.GetFileName(path), null));

    private static void Exhaust(List<FileStream> hog)
    {
        try
        {
            while (true)
                hog.Add(new FileStream("/dev/null", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0));
        }
        catch (IOException)
        {
            // There is none left.
        }
    }

    [DllImport("libc", EntryPoint = "getrlimit")]
    private static extern int GetLimit(int resource, out Limit limit);

    [DllImport("libc", EntryPoint = "setrlimit")]
    private static extern int SetLimit(int resource, in Limit limit);

    private readonly record struct Limit
    {
        public nuint Soft { get; init; }

        public nuint Hard { get; init; }
    }
}
