using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Reads the table: the rows on the members of the <c>State</c> enum and on the class.</summary>
internal sealed class TableReader(
    INamedTypeSymbol? stateEnum, IReadOnlyList<EventSite> inputs, CallReader calls, ForwardReader forwards, CancellationToken cancellation)
{
    private readonly List<StateSite> _states = [];
    private readonly List<RowSite> _rows = [];

    public IReadOnlyList<StateSite> States => _states;

    public IReadOnlyList<RowSite> Rows => _rows;

    public void Read(INamedTypeSymbol gclass)
    {
        foreach (var member in Members(stateEnum))
        {
            cancellation.ThrowIfCancellationRequested();
            var attributes = member.GetAttributes();
            var state = new StateSite(
                member, _states.Count, Calls(attributes, KnownNames.Enter, CallUse.Enter), Calls(attributes, KnownNames.Exit, CallUse.Exit),
                attributes.Any(static attribute => attribute.Is(KnownNames.Final) || (attribute.Is(KnownNames.Refuse) && !attribute.AttributeClass!.IsGenericType)))
            {
                Inside = ReadInside(attributes),
                Initial = attributes.FirstOrDefault(static attribute => attribute.Is(KnownNames.Initial)),
                History = ReadHistory(attributes),
                Final = attributes.FirstOrDefault(static attribute => attribute.Is(KnownNames.Final)),
                Invocations = [.. attributes.Where(static attribute => attribute.Is(KnownNames.Invoke)).Select(attribute => InvocationReader.Read(attribute, inputs, calls))],
            };
            _states.Add(state);
            ReadRows(state, attributes);
        }

        ReadRows(null, gclass.AttributesInOrder());
    }

    /// <summary>Returns the states. While the author types, a member may have no name yet.</summary>
    public static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol? stateEnum) =>
        stateEnum?.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsConst: true, Name.Length: > 0 }) ?? [];

    private List<CallSite> Calls(IEnumerable<AttributeData> attributes, string name, CallUse use)
    {
        var sites = new List<CallSite>();
        foreach (var attribute in attributes)
        {
            if (attribute.Is(name) && calls.Read(Text(attribute, 0), use, null, attribute) is { } call)
            {
                sites.Add(call);
            }
        }

        return sites;
    }

    private void ReadRows(StateSite? state, IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (state is not null && Timeout(attribute) is { } timeout)
            {
                _rows.Add(ReadTimeout(state, timeout, attribute));
            }
            else if (attribute.Is(KnownNames.Always) || (attribute.Is(KnownNames.Done) && state is not null))
            {
                _rows.Add(ReadFollowing(state, attribute));
            }
            else if (attribute.AttributeClass is { IsGenericType: true } && Answer(attribute) is { } answer)
            {
                _rows.Add(ReadAnswer(state, answer, attribute));
            }
        }
    }

    private RowSite ReadAnswer(StateSite? state, AnswerKind answer, AttributeData attribute)
    {
        var type = EventReader.EventOf(attribute);
        return new RowSite(
            state, answer, type, type is null ? -1 : EventReader.IndexOf(inputs, type),
            answer == AnswerKind.On && type is not null ? calls.Read(Text(attribute, 0), CallUse.Action, type, attribute) : null,
            type is not null ? calls.Read(Named(attribute, "When"), CallUse.Guard, type, attribute) : null,
            ReadNext(attribute), null, attribute)
        {
            Reenters = Reenters(attribute),
            IsGuarded = IsGuarded(attribute),
            Forward = answer == AnswerKind.Forward ? forwards.Read(type, attribute) : null,
        };
    }

    private RowSite ReadFollowing(StateSite? state, AttributeData attribute) => new(
        state, attribute.Is(KnownNames.Always) ? AnswerKind.Always : AnswerKind.Done, null, -1, calls.Read(Text(attribute, 0), CallUse.Action, null, attribute),
        calls.Read(Named(attribute, "When"), CallUse.Guard, null, attribute), ReadNext(attribute), null, attribute)
    {
        Reenters = Reenters(attribute),
        IsGuarded = IsGuarded(attribute),
    };

    private RowSite ReadTimeout(StateSite state, AnswerKind answer, AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        CallSite? member = null;
        DelayModel? delay = null;
        int? length = null;
        if (arguments.Length > 0 && arguments[0].Value is int milliseconds)
        {
            length = milliseconds;
            delay = milliseconds > 0 ? new DelayModel($"{milliseconds}", $"global::System.TimeSpan.FromMilliseconds({milliseconds}L)", true) : null;
        }
        else
        {
            member = calls.Read(Text(attribute, 0), CallUse.Delay, null, attribute);
            delay = member?.Model is { } model ? new DelayModel(member.Name, model.FullName, false) : null;
        }

        return new RowSite(
            state, answer, null, -1, calls.Read(Text(attribute, 1), CallUse.Action, null, attribute),
            calls.Read(Named(attribute, "When"), CallUse.Guard, null, attribute), ReadNext(attribute), new DelaySite(delay, length, member), attribute)
        {
            Reenters = Reenters(attribute),
        };
    }

    private InsideSite? ReadInside(IEnumerable<AttributeData> attributes) =>
        attributes.FirstOrDefault(static attribute => attribute.Is(KnownNames.Inside)) is { ConstructorArguments.Length: 1 } attribute
            && ReadState(attribute.ConstructorArguments[0]) is { } state
                ? new InsideSite(state.Text, state.Index, attribute)
                : null;

    private HistorySite? ReadHistory(IEnumerable<AttributeData> attributes) =>
        attributes.FirstOrDefault(static attribute => attribute.Is(KnownNames.History)) is { } attribute
            ? new HistorySite(Says(attribute, "Deep"), ReadState(attribute, "Default"), attribute)
            : null;

    private NextSite? ReadNext(AttributeData attribute) => ReadState(attribute, "Next");

    private NextSite? ReadState(AttributeData attribute, string argument) =>
        ReadState(attribute.NamedArguments.FirstOrDefault(named => named.Key == argument).Value);

    /// <summary>Reads a state from an argument: a member of the enum, or its name.</summary>
    private NextSite? ReadState(TypedConstant next)
    {
        if (next.IsNull)
        {
            return null;
        }

        // Value of an array throws. A name that does not compile is null, as if there were no argument.
        var value = next.Kind == TypedConstantKind.Array ? null : next.Value;
        var name = value as string;
        var isState = next.Kind == TypedConstantKind.Enum && SymbolEqualityComparer.Default.Equals(next.Type, stateEnum);
        foreach (var state in _states.Select(static state => state.Symbol).Concat(Members(stateEnum).Skip(_states.Count)))
        {
            if (name is not null ? state.Name == name : isState && Equals(state.ConstantValue, value))
            {
                return new NextSite(state.Name, IndexOf(state));
            }
        }

        return new NextSite(name ?? $"{value ?? next.Type?.ShortName()}", -1);
    }

    private int IndexOf(IFieldSymbol state)
    {
        var index = 0;
        foreach (var member in Members(stateEnum))
        {
            if (SymbolEqualityComparer.Default.Equals(member, state))
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    private static AnswerKind? Answer(AttributeData attribute) =>
        attribute.Is(KnownNames.On) ? AnswerKind.On
        : attribute.Is(KnownNames.Ignore) ? AnswerKind.Ignore
        : attribute.Is(KnownNames.Refuse) ? AnswerKind.Refuse
        : attribute.Is(KnownNames.Defer) ? AnswerKind.Defer
        : attribute.Is(KnownNames.Forward) ? AnswerKind.Forward
        : null;

    private static AnswerKind? Timeout(AttributeData attribute) =>
        attribute.Is(KnownNames.After) ? AnswerKind.After
        : attribute.Is(KnownNames.Idle) ? AnswerKind.Idle
        : null;

    private static bool Reenters(AttributeData attribute) => Says(attribute, "Reenter");

    private static bool Says(AttributeData attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);

    private static bool IsGuarded(AttributeData attribute) => attribute.NamedArguments.Any(static argument =>
        argument is { Key: "When", Value: { Kind: TypedConstantKind.Error } or { Value: string { Length: > 0 } } });

    private static string? Text(AttributeData attribute, int position) =>
        attribute.ConstructorArguments.Length > position ? attribute.ConstructorArguments[position].Value as string : null;

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
}
