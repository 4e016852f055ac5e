using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>A state as it stands in the source.</summary>
internal sealed record StateSite(IFieldSymbol Symbol, int Index, IReadOnlyList<CallSite> Enter, IReadOnlyList<CallSite> Exit, bool IsClosed)
{
    /// <summary>Whether it is the same one: a reading has each state once, and values would be compared through all of them.</summary>
    public bool Equals(StateSite? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    /// <summary>What it says about the state around it, or null.</summary>
    public InsideSite? Inside { get; init; }

    /// <summary>What says that its level begins with it, or null.</summary>
    public AttributeData? Initial { get; init; }

    /// <summary>What says that it is a history, or null.</summary>
    public HistorySite? History { get; init; }

    /// <summary>What says that it is an end, or null.</summary>
    public AttributeData? Final { get; init; }

    /// <summary>The asynchronous work.</summary>
    public IReadOnlyList<InvocationSite> Invocations { get; init; } = [];

    public IEnumerable<CallSite> Calls => Enter.Concat(Exit).Concat(Invocations.Select(static work => work.Work).OfType<CallSite>());
}

/// <summary>Asynchronous work as it stands in the source; <see cref="Model"/> is null when there is a problem with it.</summary>
/// <param name="Work">The method, or null when its name did not compile.</param>
/// <param name="Event">The event of success; null when its name did not compile.</param>
/// <param name="Input">Index of that event; -1 when it is not declared.</param>
/// <param name="Failure">The event of a failure; null when its name did not compile.</param>
/// <param name="FailureInput">Index of that event; -1 when it is not declared.</param>
/// <param name="Attribute">Where it stands.</param>
internal sealed record InvocationSite(
    CallSite? Work, INamedTypeSymbol? Event, int Input, INamedTypeSymbol? Failure, int FailureInput, AttributeData Attribute)
{
    /// <summary>How the result becomes the event of success.</summary>
    public EventForm EventForm { get; init; }

    /// <summary>How the exception becomes the event of a failure.</summary>
    public EventForm FailureForm { get; init; }

    /// <summary>What generated code needs, or null.</summary>
    public InvocationModel? Model { get; init; }
}

/// <summary>A place to go to, and the state to go to while there is nothing to remember.</summary>
internal sealed record HistorySite(bool IsDeep, NextSite? Default, AttributeData Attribute);

/// <summary>The state that a state says it is inside of; <see cref="Index"/> is -1 when that is no state.</summary>
internal sealed record InsideSite(string Text, int Index, AttributeData Attribute);

/// <summary>The name of a generated member, and what of the author's has it already: a member, a type parameter, the gclass itself.</summary>
/// <param name="Name">What <see cref="MachineModel.Taken"/> has: for a method that publishes, the name and the event.</param>
/// <param name="By">What has it.</param>
internal sealed record TakenName(string Name, ISymbol By);

/// <summary>A declared event.</summary>
internal sealed record EventSite(INamedTypeSymbol Type, EventModel Model, AttributeData Attribute);

/// <summary>
/// A row as it stands in the source. <see cref="State"/> is null on the class, <see cref="Event"/> for a row without one and when its name does not
/// compile; <see cref="Input"/> is -1 when the event is not declared.
/// </summary>
internal sealed record RowSite(
    StateSite? State, AnswerKind Answer, ITypeSymbol? Event, int Input, CallSite? Action, CallSite? Guard, NextSite? Next, DelaySite? Delay,
    AttributeData Attribute)
{
    /// <summary>Whether a next state inside the row's own state leaves and enters that one too.</summary>
    public bool Reenters { get; init; }

    /// <summary>Whether the row may pass, so that the next row for the event is asked; also when the name of its guard does not compile.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>What the row passes on; null of all but forwards.</summary>
    public ForwardSite? Forward { get; init; }

    /// <summary>Whether the row is about an event.</summary>
    public bool IsOfEvent => !Answer.IsTimeout() && Answer is not (AnswerKind.Always or AnswerKind.Done);

    /// <summary>Whether the row is about an event that the compiler does not know; one that only the generated file cannot name it knows.</summary>
    public bool IsUnread => IsOfEvent && Event is null && EventReader.OutOfReach(Attribute) is null;

    public IEnumerable<CallSite> Calls
    {
        get
        {
            foreach (var call in new[] { Action, Guard, Delay?.Member, Forward?.Map })
            {
                if (call is not null)
                {
                    yield return call;
                }
            }
        }
    }
}

/// <summary>What a row passes on: the event, and the member that holds the target.</summary>
/// <param name="To">The name of the member; null when the event is published.</param>
/// <param name="Event">The event that goes on; null when it cannot be told.</param>
/// <param name="Member">The member, or null.</param>
/// <param name="Map">What makes the event; null when it is that of the row.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record ForwardSite(string? To, INamedTypeSymbol? Event, ISymbol? Member, CallSite? Map, ForwardProblem Problem)
{
    /// <summary>The type of the member, or null.</summary>
    public ITypeSymbol? TargetType => (Member as IFieldSymbol)?.Type ?? (Member as IPropertySymbol)?.Type;
}

/// <summary>What is wrong with a forward.</summary>
internal enum ForwardProblem
{
    None,

    /// <summary>There is no field or property of that name that can be read.</summary>
    Missing,

    /// <summary>The type of the member does not accept the event.</summary>
    NotAccepted,

    /// <summary>The event to publish is no output event.</summary>
    Undeclared,

    /// <summary>Something in it does not compile, or has a problem of its own.</summary>
    Unread,
}

/// <summary>The length of a timeout: a number or a member; <see cref="Model"/> is null when it makes no sense.</summary>
internal sealed record DelaySite(DelayModel? Model, int? Milliseconds, CallSite? Member);

/// <summary>The next state of a row; <see cref="Index"/> is -1 when it is no state.</summary>
internal sealed record NextSite(string Text, int Index);

/// <summary>What a method is called for, and so what it has to look like.</summary>
internal enum CallUse
{
    Action,
    Guard,
    Enter,
    Exit,
    Delay,

    /// <summary>Asynchronous work.</summary>
    Work,
    Validate,
    Coerce,
    Map,
}

/// <summary>What is wrong with a call.</summary>
internal enum CallProblem
{
    None,
    Missing,
    WrongSignature,

    /// <summary>The name, or a type in the method of that name, does not compile, so that it cannot be said whether it fits.</summary>
    Unread,
}

/// <summary>A method that the table names; <see cref="Model"/> is null when there is a problem with it.</summary>
internal sealed record CallSite(
    string Name, CallUse Use, ITypeSymbol? Value, CallProblem Problem, CallModel? Model, IMethodSymbol? Method, AttributeData Attribute);

/// <summary>A parameter as it stands in the source; <see cref="Model"/> is null when its setter cannot be generated.</summary>
internal sealed record ParameterSite(
    IPropertySymbol Symbol, ParameterModel? Model, CallSite? Validate, CallSite? Coerce, AttributeData Attribute)
{
    public IEnumerable<CallSite> Calls
    {
        get
        {
            foreach (var call in new[] { Validate, Coerce })
            {
                if (call is not null)
                {
                    yield return call;
                }
            }
        }
    }
}
