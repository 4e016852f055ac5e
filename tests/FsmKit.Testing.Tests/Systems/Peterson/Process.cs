namespace FsmKit.Testing.Tests.Systems.Peterson;

/// <summary>Wants to be alone once; gives up when the other one goes first too often.</summary>
[GClass]
[Input<EvBegin>, Input<EvWritten>, Input<EvValue>, Input<EvLeave>]
public sealed partial class Process : GObj
{
    /// <summary>Has the registers.</summary>
    public Memory Memory { get; set; } = null!;

    /// <summary>Is 0 or 1.</summary>
    public int Number { get; set; }

    /// <summary>Counts the looks at the other one that are left.</summary>
    public int Looks { get; set; } = 3;

    /// <summary>Writes the turn before its own flag.</summary>
    public bool WritesTurnFirst { get; set; }

    /// <summary>Gives the turn to itself.</summary>
    public bool IsSelfish { get; set; }

    /// <summary>Tells whether the process takes itself to be alone.</summary>
    public bool IsAlone => CurrentState == State.Alone;

    /// <inheritdoc/>
    protected override void StartUp() => Post(this, new EvBegin());

    private enum State
    {
        [On<EvBegin>(nameof(AcWriteFirst), Next = WritingFirst)]
        [Refuse]
        Ready,

        [Hot, On<EvWritten>(nameof(AcWriteSecond), Next = WritingSecond)]
        [Refuse]
        WritingFirst,

        [Hot, On<EvWritten>(nameof(AcReadFlag), Next = ReadingFlag)]
        [Refuse]
        WritingSecond,

        [Hot, On<EvValue>(Next = Alone, When = nameof(IsLowered)), On<EvValue>(nameof(AcReadTurn), Next = ReadingTurn)]
        [Refuse]
        ReadingFlag,

        [Hot, On<EvValue>(Next = Alone, When = nameof(IsMine)), On<EvValue>(nameof(AcLower), Next = Leaving, When = nameof(IsTired))]
        [On<EvValue>(nameof(AcReadFlag), Next = ReadingFlag)]
        [Refuse]
        ReadingTurn,

        [Hot, Enter(nameof(AcWork)), On<EvLeave>(nameof(AcLower), Next = Leaving)]
        [Refuse]
        Alone,

        [Hot, On<EvWritten>(Next = Done)]
        [Refuse]
        Leaving,

        [Final]
        Done,
    }

    private Register Own => Number == 0 ? Register.Flag0 : Register.Flag1;

    private Register Others => Number == 0 ? Register.Flag1 : Register.Flag0;

    private static bool IsLowered(in EvValue e) => e.Value == 0;

    private bool IsMine(in EvValue e) => e.Value == Number;

    private bool IsTired() => Looks == 0;

    private void AcWriteFirst() => Write(WritesTurnFirst ? Register.Turn : Own);

    private void AcWriteSecond() => Write(WritesTurnFirst ? Own : Register.Turn);

    private void AcReadFlag()
    {
        Looks--;
        Post(Memory, new EvRead(this, Others));
    }

    private void AcReadTurn() => Post(Memory, new EvRead(this, Register.Turn));

    private void AcWork() => Post(this, new EvLeave());

    private void AcLower() => Post(Memory, new EvWrite(this, Own, 0));

    private void Write(Register register)
    {
        var first = IsSelfish ? Number : 1 - Number;
        Post(Memory, new EvWrite(this, register, register == Register.Turn ? first : 1));
    }
}
