/** A customer from nothing to a PIN, with the calls that OpenAPI Generator makes. One line a step. */
import io.planbok.customercustody.apis.ChallengesApi
import io.planbok.customercustody.apis.CustomersApi
import io.planbok.customercustody.apis.PINAndRecoveryApi
import io.planbok.customercustody.apis.SandboxApi
import io.planbok.customercustody.auth.ApiKeyAuth
import io.planbok.customercustody.infrastructure.ApiClient
import io.planbok.customercustody.infrastructure.Serializer
import io.planbok.customercustody.models.ChallengeResult
import io.planbok.customercustody.models.ChallengeStatus
import io.planbok.customercustody.models.CreateCustomerRequest
import io.planbok.customercustody.models.ErrorResponse
import io.planbok.customercustody.models.InitializeRequest
import io.planbok.customercustody.models.SandboxApprovalRequest
import java.net.URI
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking
import retrofit2.Response

fun <T> Response<T>.read(): T = body() ?: error("${code()} ${errorBody()?.string()}")

fun <T> Response<T>.error(): ErrorResponse = Serializer.kotlinxSerializationJson.decodeFromString(errorBody()!!.string())

fun main(): Unit = runBlocking {
    // What is not set is left out: `null` is a value that the API refuses.
    Serializer.kotlinxSerializationJsonConfiguration = { explicitNulls = false }
    val planbok = ApiClient(System.getenv("API_URL") ?: "http://localhost:4010")
        .addAuthorization("apiKey", ApiKeyAuth("header", "PLANBOK-X-API-KEY", System.getenv("API_KEY") ?: "pk_sandbox_full"))
    val customers = planbok.createService(CustomersApi::class.java)

    val customer = customers.createCustomer(CreateCustomerRequest("Ada Lovelace")).read().data
    println("customer ${customer.name} is ${customer.status}")

    val missing = customers.getCustomer("000000000000000000000000")
    println("${missing.code()} ${missing.error().code}")

    val asked = planbok.createService(PINAndRecoveryApi::class.java)
        .initializeCustomer(customer.id, InitializeRequest(URI("http://localhost:3000/back"))).read().data
    planbok.createService(SandboxApi::class.java).approveSandboxChallenge(asked.challengeId, SandboxApprovalRequest("493817")).read()

    val challenge = planbok.createService(ChallengesApi::class.java).getChallenge(customer.id, asked.challengeId).read().data
    check(challenge.status == ChallengeStatus.verified)
    when (val result = challenge.result) {
        is ChallengeResult.InitializeWrapper -> println("initialized, has a PIN: ${result.value.hasPin}")
        else -> error("not the result of an initialize: $result")
    }
    exitProcess(0) // or the threads of OkHttp wait a minute for more calls
}
