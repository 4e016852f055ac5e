using System.Runtime.InteropServices;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>While it lasts, the process has no descriptor left. Only for tests that run alone.</summary>
internal sealed class DescriptorDrought : IDisposable
{
    private const int LimitOfFiles = 7;
    private readonly DescriptorHog _hog = new();
    private readonly Limit _limit;

    public DescriptorDrought()
    {
        // What earlier tests have left to the collector must not come back meanwhile.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(0, GetLimit(LimitOfFiles, out _limit));
        Assert.Equal(0, SetLimit(LimitOfFiles, _limit with { Soft = HighestDescriptor() + 8 }));
        _hog.Take();
    }

    public void Dispose()
    {
        _hog.GiveBack();
        Assert.Equal(0, SetLimit(LimitOfFiles, _limit));
    }

    private static nuint HighestDescriptor() =>
        (nuint)Directory.EnumerateFileSystemEntries("/proc/self/fd").Max(static path => long.Parse(Path.GetFileName(path), null));

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
