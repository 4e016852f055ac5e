namespace FsmKit.Testing.Tests.Systems.Philosophers;

/// <summary>Takes one fork and then the other, eats, and puts both down.</summary>
[GClass]
[Input<EvBegin>, Input<EvTaken>]
public sealed partial class Philosopher : GObj
{
    /// <summary>Lies at the left hand.</summary>
    public Fork Left { get; set; } = null!;

    /// <summary>Lies at the right hand.</summary>
    public Fork Right { get; set; } = null!;

    /// <summary>The bug: takes the left fork first, with any number.</summary>
    public bool TakesLeftFirst { get; set; }

    /// <summary>Counts the meals to come.</summary>
    public int Meals { get; set; } = 1;

    /// <inheritdoc/>
    protected override void StartUp() => Post(this, new EvBegin());

    private enum State
    {
        [On<EvBegin>(nameof(AcTakeFirst), Next = HasNone)]
        [Refuse]
        Thinking,

        [Hot, On<EvTaken>(nameof(AcTakeSecond), Next = HasOne)]
        [Refuse]
        HasNone,

        [Hot, On<EvTaken>(nameof(AcEat), Next = Full, When = nameof(IsLastMeal)), On<EvTaken>(nameof(AcEatAndGoOn), Next = HasNone)]
        [Refuse]
        HasOne,

        [Final]
        Full,
    }

    private bool BeginsLeft => TakesLeftFirst || Left.Number < Right.Number;

    private bool IsLastMeal() => Meals == 1;

    private void AcTakeFirst() => Post(BeginsLeft ? Left : Right, new EvTake(this));

    private void AcTakeSecond() => Post(BeginsLeft ? Right : Left, new EvTake(this));

    private void AcEatAndGoOn()
    {
        AcEat();
        AcTakeFirst();
    }

    private void AcEat()
    {
        Meals--;
        Post(Left, new EvPutDown());
        Post(Right, new EvPutDown());
    }
}
