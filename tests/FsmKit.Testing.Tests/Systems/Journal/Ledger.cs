namespace FsmKit.Testing.Tests.Systems.Journal;

/// <summary>Keeps numbers in a journal of its disk: one byte each, behind the byte of its length.</summary>
[GClass, Input<EvKeep>]
public sealed partial class Ledger : GObj
{
    private const string FileName = "journal";
    private readonly SortedSet<int> _numbers = [];

    /// <summary>Disk of the journal.</summary>
    public Disk Disk { get; set; } = null!;

    /// <summary>Carries messages of the ledger.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>The mistake: confirms a number before the disk has it.</summary>
    public bool IsHasty { get; set; }

    /// <summary>Kept numbers.</summary>
    public IReadOnlySet<int> Numbers => _numbers;

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (Disk.Exists(FileName))
        {
            Recover(Disk.ReadAllBytes(FileName));
        }
    }

    private enum State
    {
        [On<EvKeep>(nameof(AcKeep))]
        Open,
    }

    /// <summary>Reads the journal up to the first record that is not whole: nothing behind it was promised.</summary>
    private void Recover(byte[] journal)
    {
        var at = 0;
        while (at + 1 < journal.Length && journal[at] == 1)
        {
            _numbers.Add(journal[at + 1]);
            at += 2;
        }

        using var file = Disk.Open(FileName);
        file.SetLength(at);
        file.Flush();
    }

    private void AcKeep(in EvKeep e)
    {
        if (_numbers.Add(e.Number))
        {
            using var file = Disk.Open(FileName, appends: true);
            file.Write([1, (byte)e.Number]);
            if (!IsHasty)
            {
                file.Flush();
            }
        }

        Link.Post(e.Depositor, new EvKept(e.Number), this);
    }
}
