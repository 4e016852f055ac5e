using System.Runtime.InteropServices;

namespace FsmKit.Testing.Disks;

/// <summary>Change of a file: a write, or a new length.</summary>
/// <param name="Position">Position of the data; without data the new length of the file.</param>
/// <param name="Data">The bytes written; null for a change of the length.</param>
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

    /// <summary>Returns the part of the change that a crash keeps; null for nothing.</summary>
    public Change? AfterCrash(World world, DiskFaults faults)
    {
        if (faults.LosesUnflushed && world.Choose())
        {
            return null;
        }

        return faults.TearsWrites && Data is { Length: > 1 } && world.Choose() ? this with { Data = Data[..(Data.Length - 1 - world.Choose(Data.Length - 1))] } : this;
    }
}
