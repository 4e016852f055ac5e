using System.Runtime.InteropServices;

namespace FsmKit.Testing.Disks;

/// <summary>A change of a file.</summary>
/// <param name="Position">Where the data goes; without data the length that the file has from now on.</param>
/// <param name="Data">What is written, or null.</param>
internal sealed record Change(long Position, byte[]? Data)
{
    public void ApplyTo(List<byte> file)
    {
        var end = checked((int)(Position + (Data?.Length ?? 0)));
        if (Data is null || end > file.Count)
        {
            var before = file.Count;
            CollectionsMarshal.SetCount(file, end);
            CollectionsMarshal.AsSpan(file)[Math.Min(before, end)..].Clear();
        }

        Data?.CopyTo(CollectionsMarshal.AsSpan(file)[(int)Position..]);
    }

    /// <summary>What a crash leaves of it; null is nothing.</summary>
    public Change? AfterCrash(World world, DiskFaults faults)
    {
        if (faults.LosesUnflushed && world.Choose())
        {
            return null;
        }

        return faults.TearsWrites && Data is { Length: > 1 } && world.Choose() ? this with { Data = Data[..(Data.Length - 1 - world.Choose(Data.Length - 1))] } : this;
    }
}
